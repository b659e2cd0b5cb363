#!/bin/sh
# Tests of ./portal, on a project folder of their own with a make-believe JDK and Maven.
# Prints "N passed, N failed"; exit code 1 if any failed.
set -u

project=$(cd -P -- "$(dirname -- "$0")/../.." && pwd)
work=$(cd -P -- "$(mktemp -d)" && pwd)
listener=''
cleanup() {
  [ -z "$listener" ] || kill "$listener" 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' HUP INT TERM

passed=0 failed=0
portal=$work/p/portal
out='' status=0 as_other=''

# One PATH for all: everyday tools, and neither Java nor Maven unless a test adds one.
tools=$work/tools
mkdir "$tools"
for tool in sh cat cp cut date dirname env find grep head id kill ls mkdir mv printf ps readlink rm rmdir sed sleep \
  tail touch tr uname wc awk; do
  where=$(command -v "$tool") && case $where in /*) ln -s "$where" "$tools/$tool" ;; esac
done

a_java() { # FOLDER VERSION: a JRE
  mkdir -p "$1/bin"
  echo "JAVA_VERSION=\"$2\"" >"$1/release"
  cat >"$1/bin/java" <<'END'
#!/bin/sh
case "$*" in
  *IsLocked.java*) exit "${FAKE_LOCKED:-0}" ;;
  *FetchMaven.java*)
    for target; do :; done
    echo "fetched from $2" >>"$FAKE_LOG"
    [ -z "${FAKE_FETCH_FAILS:-}" ] || exit 1
    mkdir -p "$target/bin" "$target/conf" && cp "$FAKE_MAVEN" "$target/bin/mvn" ;;
  *) echo "java process $$ in $(pwd): $*" ;;
esac
END
  chmod +x "$1/bin/java"
}
a_jdk() {
  a_java "$1" "$2"
  cp "$1/bin/java" "$1/bin/javac"
}
a_maven() { # FOLDER VERSION
  mkdir -p "$1"
  cat >"$1/mvn" <<END
#!/bin/sh
if [ "\$1" = -v ]; then printf 'Apache Maven $2 (abc)\nMaven home: /nowhere\n'; exit; fi
END
  cat >>"$1/mvn" <<'END'
echo "mvn with $JAVA_HOME: $*" >>"$FAKE_LOG"
case "$*" in
  *:copy*) exit 1 ;;
  *package*)
    echo "[INFO] Downloaded from somewhere: a.jar"
    echo "[INFO] Building Core 0.1.0-SNAPSHOT                 [2/6]"
    [ -z "${FAKE_BUILD_FAILS:-}" ] || { echo "[ERROR] Core.java:[3,1] no such thing"; exit 1; }
    mkdir -p app/target/quarkus-app && : >app/target/quarkus-app/quarkus-run.jar ;;
  *verify*)
    [ -z "${FAKE_NO_TESTS:-}" ] || exit 0
    echo "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in ATest"
    echo "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0"
    echo "[WARNING] Tests run: 4, Failures: 0, Errors: 0, Skipped: 1"
    [ -z "${FAKE_CLIENT:-}" ] || mkdir -p app/target/generated-clients/typescript/portal-client
    exit "${FAKE_TESTS:-0}" ;;
esac
END
  chmod +x "$1/mvn"
}

a_jdk "$work/jdks/b-26" 26.0.1
a_jdk "$work/jdks/c-25" 25.0.3
a_jdk "$work/old/jdk-17" 17.0.15
a_java "$work/old/jre-25" 25.0.1
a_maven "$work/maven" 3.9.9
a_maven "$work/maven-old" 3.8.7
a_maven "$work/maven-4" 4.0.0
export FAKE_LOG="$work/log" FAKE_MAVEN="$work/maven/mvn"

a_project() {
  rm -rf "$work/p"
  mkdir -p "$work/p/core/src/main" "$work/p/core/src/test" "$work/p/app" "$work/p/scripts/test"
  cp -R "$project/portal" "$project/.mvn" "$work/p/"
  cp "$project"/scripts/*.java "$work/p/scripts/"
  echo 'echo "1 passed, 0 failed"' >"$work/p/scripts/test/portal-test.sh"
  touch "$work/p/pom.xml" "$work/p/openapi.yaml" "$work/p/core/src/main/A.java"
  : >"$FAKE_LOG"
}

# portal [NAME=VALUE...] ARGUMENT...: runs it with nothing of this machine's own about it.
portal() {
  settings=''
  while case ${1:-} in [A-Z]*=*) true ;; *) false ;; esac do
    settings="$settings $1"
    shift
  done
  status=0
  # shellcheck disable=SC2086
  out=$($as_other env -i "PATH=$work/maven:$tools" HOME="$work/home" "PORTAL_JDK_DIRS=$work/jdks/*" TERM=dumb \
    FAKE_LOG="$FAKE_LOG" FAKE_MAVEN="$FAKE_MAVEN" PORTAL_PORT=1 $settings "$portal" "$@" 2>&1 </dev/null) ||
    status=$?
}

# expect STATUS PATTERN...: of the last run.
expect() {
  expected=$1
  shift
  problem=''
  [ "$status" = "$expected" ] || problem="exit code $status, expected $expected"
  for pattern; do
    case $pattern in
      !*) ! printf '%s\n' "$out" | grep -Eq -- "${pattern#!}" || problem="$problem; says '${pattern#!}'" ;;
      *) printf '%s\n' "$out" | grep -Eq -- "$pattern" || problem="$problem; does not say '$pattern'" ;;
    esac
  done
  verdict "$problem"
}
verdict() {
  if [ -z "$1" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s (%s)\n%s\n' "$name" "${1#; }" "$out" | sed '2,$s/^/    | /'
  fi
}
# holds OTHERWISE COMMAND...
holds() {
  otherwise=$1
  shift
  if "$@"; then verdict ''; else verdict "$otherwise"; fi
}
# logged PATTERN / not_logged PATTERN: what the make-believe tools were asked to do.
logged() {
  if grep -Eq -- "$1" "$FAKE_LOG"; then verdict ''; else out=$(cat "$FAKE_LOG") && verdict "nobody was asked for '$1'"; fi
}
not_logged() {
  if grep -Eq -- "$1" "$FAKE_LOG"; then out=$(cat "$FAKE_LOG") && verdict "was asked for '$1'"; else verdict ''; fi
}

a_project

name='help lists the commands and the exit codes'
portal help
expect 0 '^  run ' '^  test ' '^  reset-demo ' 'already running'

name='no command is a plea for help'
portal
expect 0 '^  run '

name='an unknown command is refused with the list'
portal fly
expect 2 "no command 'fly'" '^  run '

name='a command that takes no arguments says so'
portal run --fast
expect 2 'takes no arguments: --fast'

name='without any Java it says what to install'
portal "PORTAL_JDK_DIRS=$work/none/*" run
expect 4 'none was found' 'No Java at all' 'apt install' 'dnf install' 'brew install' 'sdk install'

name='Java that will not do is named with its version'
portal "JAVA_HOME=$work/old/jdk-17" "PORTAL_JDK_DIRS=$work/old/*" run
expect 4 "17\.0\.15 +$work/old/jdk-17" "25\.0\.1 +$work/old/jre-25 +\(a JRE"

name='an older JAVA_HOME does not stand in the way, and the lowest JDK that will do is taken'
portal "JAVA_HOME=$work/old/jdk-17" java-home
expect 0 "^$work/jdks/c-25\$"

name='a JAVA_HOME that will do wins over the folders'
portal "JAVA_HOME=$work/jdks/b-26" java-home
expect 0 "^$work/jdks/b-26\$"

name='java on the PATH is found through its symbolic link'
mkdir -p "$work/linked"
ln -s "$work/jdks/b-26/bin/java" "$work/linked/java"
portal "PATH=$work/linked:$tools" java-home
expect 0 "^$work/jdks/b-26\$"

name='a JDK without a release file is asked for its version'
mkdir -p "$work/bare/jdk/bin"
printf '#!/bin/sh\necho "openjdk version \\"25\\" 2025-09-16" >&2\n' >"$work/bare/jdk/bin/java"
chmod +x "$work/bare/jdk/bin/java"
cp "$work/bare/jdk/bin/java" "$work/bare/jdk/bin/javac"
portal "PORTAL_JDK_DIRS=$work/bare/*" java-home
expect 0 "^$work/bare/jdk\$"

name='a PORTAL_JAVA_HOME that will not do is an error, not a hint'
portal "PORTAL_JAVA_HOME=$work/old/jdk-17" java-home
expect 4 'PORTAL_JAVA_HOME is not a JDK 25'

for port in 0 080 70000 123456789 abc -1; do
  name="PORTAL_PORT=$port is refused"
  portal "PORTAL_PORT=$port" run
  expect 2 "PORTAL_PORT is not a port: $port"
done

name='a folder that cannot be written to is named'
: >"$work/p/.portal"
portal run
expect 5 "cannot write to $work/p/.portal"
rm "$work/p/.portal"

name='a folder of someone else is named'
# Root may write anywhere, so root becomes someone else for this.
if [ "$(id -u)" = 0 ]; then
  if command -v setpriv >/dev/null; then as_other='setpriv --reuid 65534 --regid 65534 --clear-groups'; fi
else
  chmod a-w "$work/p"
fi
if [ "$(id -u)" != 0 ] || [ -n "$as_other" ]; then
  chmod 755 "$work"
  portal run
  expect 5 "cannot write to $work/p/.portal" 'right to write'
fi
as_other=''
chmod u+w "$work/p"

name='the first run builds, shows the modules and starts the app in its folder'
portal run
expect 0 'The first time downloads' '\[2/6\] Core$' "java process [0-9]+ in $work/p: " \
  '-Dportal.demo=true -Dportal.home=.portal -Dquarkus.profile=demo -Dquarkus.http.port=1 -jar app/target/quarkus-app/quarkus-run.jar$'
logged "mvn with $work/jdks/c-25: -B -DskipTests .*package"

name='the second run starts at once'
: >"$FAKE_LOG"
portal run
expect 0 '!Building' 'java process'
not_logged package

name='options for the JVM are passed on'
portal PORTAL_JAVA_OPTS=-Xmx1g run
expect 0 '-Xmx256m .*-Xmx1g .*-jar'

name='the script becomes the app, so that signals reach it'
(
  cd "$work/p" || exit
  exec env PATH="$tools" "PORTAL_JDK_DIRS=$work/jdks/*" PORTAL_PORT=1 JAVA_HOME="$work/jdks/c-25" ./portal run
) >"$work/out" 2>&1 &
pid=$!
wait "$pid"
status=$? out=$(cat "$work/out")
expect 0 "java process $pid "

name='a test that changed is no reason to build'
sleep 1
touch "$work/p/core/src/test/ATest.java"
portal run
expect 0 '!Building'

name='while a copy runs, changed sources are not built under it'
touch "$work/p/core/src/main/A.java" "$work/p/.portal/lock"
portal FAKE_LOCKED=10 run
expect 3 'already running' 'Stop it first'
not_logged package

name='changed sources are built'
portal run
expect 0 'something changed' 'java process'

name='a source that was removed is a change'
sleep 1
rm "$work/p/core/src/main/A.java"
portal build
expect 0 'something changed' 'Built in'

name='a failed build shows the error and starts nothing'
sleep 1
touch "$work/p/openapi.yaml"
portal FAKE_BUILD_FAILS=1 run
expect 1 'Core.java:\[3,1\] no such thing' '.portal/build.log' '!java process'

name='after a failed build the next run builds again'
portal run
expect 0 'something changed' 'java process'

name='two builds at once are refused'
touch "$work/p/openapi.yaml"
mkdir "$work/p/.portal/building"
echo $$ >"$work/p/.portal/building/pid"
portal build
expect 3 "process $$"

name='a build that was killed leaves nothing in the way'
echo 99999999 >"$work/p/.portal/building/pid"
portal build
expect 0 'Built in'

name='keys are written where the caller stands'
mkdir -p "$work/elsewhere"
ln -s "$work/p/portal" "$work/elsewhere/link"
cd "$work/elsewhere" || exit 1
portal=./link
portal keys k.json
portal=$work/p/portal
expect 0 "java process [0-9]+ in $work/elsewhere: -jar $work/p/app/target/quarkus-app/quarkus-run.jar keys k.json"
cd "$work" || exit 1

name='keys wants one file'
portal keys
expect 2 'one file name'

name='an old Maven fetches a newer one'
: >"$FAKE_LOG"
portal "PATH=$work/maven-old:$tools" mvn validate
expect 0 'Maven 3.8.7 is older'
logged 'mvn with .*maven-dependency-plugin.*:copy .*apache-maven:3.9.11:zip:bin'
logged 'mvn with .*: validate'

name='a Maven that was fetched is used again'
: >"$FAKE_LOG"
portal "PATH=$tools" mvn validate
expect 0 '!etching'
logged 'mvn with .*: validate'
rm -rf "$work/p/.portal/tools"

name='Maven 4 does not build'
portal "PATH=$work/maven-4:$tools" mvn validate
expect 0 'Maven 4.0.0'
rm -rf "$work/p/.portal/tools"

name='without Maven it is fetched from where the wrapper says'
: >"$FAKE_LOG"
portal "PATH=$tools" mvn validate
expect 0 'Fetching apache-maven-3.9.11'
logged 'fetched from https://archive.apache.org/'
rm -rf "$work/p/.portal/tools"

name='a Maven that cannot be had is an error of its own'
portal "PATH=$tools" FAKE_FETCH_FAILS=1 mvn validate
expect 7 'could not be fetched' 'https_proxy'

name="the wrapper's own Maven is taken when it is there"
mkdir -p "$work/home/.m2/wrapper/dists/apache-maven-3.9.11/x/bin"
cp "$work/maven/mvn" "$work/home/.m2/wrapper/dists/apache-maven-3.9.11/x/bin/mvn"
portal "PATH=$tools" mvn validate
expect 0 '!etching'
rm -rf "${work:?}/home"

name='test adds up what the modules ran'
portal test -Dx=y
expect 0 '^1 passed, 0 failed$' '^Tests run: 7, Failures: 0, Errors: 0, Skipped: 1$' 'every check passed'
logged 'mvn with .*-B -ntp verify -Dx=y'

name='a failed test fails the command'
portal FAKE_TESTS=1 test
expect 1 'FAILED after .*: build and tests'

name='a green build that ran no test is a failure'
portal FAKE_NO_TESTS=1 test
expect 1 'FAILED after .*: no test was run'

name='test compiles the TypeScript client that the build has made'
mkdir -p "$work/node" "$work/p/contract/node_modules/.bin"
# shellcheck disable=SC2016
for tool in node npm; do printf '#!/bin/sh\necho "%s $*" >>"$FAKE_LOG"\n' "$tool" >"$work/node/$tool"; done
for tool in redocly tsc; do
  # shellcheck disable=SC2016
  printf '#!/bin/sh\necho "%s in ${PWD##*/}: $*" >>"$FAKE_LOG"\n[ -z "${FAKE_NO_%s:-}" ]\n' "$tool" "$tool" \
    >"$work/p/contract/node_modules/.bin/$tool"
done
chmod +x "$work"/node/* "$work"/p/contract/node_modules/.bin/*
echo '{}' >"$work/p/contract/package.json"
touch "$work/p/contract/package-lock.json" "$work/p/contract/node_modules/.package-lock.json"
: >"$FAKE_LOG"
portal "PATH=$work/maven:$work/node:$tools" FAKE_CLIENT=yes test
expect 0 'TypeScript client: compiled' 'every check passed in [0-9]+ s\.$'
logged 'tsc in contract: -p typescript'
not_logged 'npm ci'

name='a TypeScript client that does not compile fails the command'
portal "PATH=$work/maven:$work/node:$tools" FAKE_CLIENT=yes FAKE_NO_tsc=yes test
expect 1 'FAILED after .*: TypeScript client'

name='a client that an earlier build made is not taken for one of this build'
portal "PATH=$work/maven:$work/node:$tools" test
expect 0 'TypeScript client: skipped, the build has not made it' 'passed in .*, TypeScript client skipped\.$'

name='without Node the lint and the client are skipped, and the closing line says so'
portal FAKE_CLIENT=yes test
expect 0 'Node is not installed' 'passed in .*, contract lint skipped, TypeScript client skipped\.$'
rm -r "$work/p/contract"

name='test does not build under a running copy'
portal FAKE_LOCKED=10 test
expect 3 'already running'

name='lint without Node says what it needs'
mkdir "$work/p/contract"
echo '{}' >"$work/p/contract/package.json"
portal lint
expect 1 'Node'

name='reset-demo without a database has nothing to do'
portal reset-demo
expect 0 'Nothing to reset'

name='reset-demo leaves what is not a database'
mkdir "$work/p/.portal/db"
echo mine >"$work/p/.portal/db/letter"
portal reset-demo
expect 1 'not a PostgreSQL database'
holds 'the letter is gone' [ -f "$work/p/.portal/db/letter" ]

name='reset-demo leaves the database of a running copy'
rm "$work/p/.portal/db/letter"
echo 18 >"$work/p/.portal/db/PG_VERSION"
portal FAKE_LOCKED=10 reset-demo
expect 3 'already running'

name='reset-demo removes the database'
portal reset-demo
expect 0 'loads a fresh clinic'
holds 'the database is still there' [ ! -e "$work/p/.portal/db" ]

name='reset-demo follows no symbolic link'
mkdir "$work/precious"
echo 18 >"$work/precious/PG_VERSION"
ln -s "$work/precious" "$work/p/.portal/db"
portal reset-demo
expect 1 'left alone'
holds 'it removed what the link led to' [ -f "$work/precious/PG_VERSION" ]

# From here on with the real JDK: what its programs answer cannot be made believe.
jdk=$("$project/portal" java-home 2>/dev/null)
if [ -n "$jdk" ]; then
  name='a taken port is named, with the way to choose another'
  "$jdk/bin/jwebserver" -b 127.0.0.1 -p 0 -d "$work/elsewhere" >"$work/listening" 2>&1 &
  listener=$!
  tries=100 port=''
  while [ -z "$port" ] && [ $tries -gt 0 ]; do
    sleep 0.1 2>/dev/null || sleep 1
    port=$(sed -n 's/.* port \([0-9][0-9]*\).*/\1/p' "$work/listening")
    tries=$((tries - 1))
  done
  portal "PORTAL_PORT=$port" run
  expect 6 "port $port is taken" 'PORTAL_PORT=[0-9]+ ./portal run'

  name='when the port is taken by a running copy, that is what it says'
  portal "PORTAL_PORT=$port" FAKE_LOCKED=10 run
  expect 3 'already running' "localhost:$port"
  kill "$listener"
  listener=''

  name='a lock held by a Java program is seen'
  cat >"$work/Hold.java" <<'END'
void main(String[] args) throws Exception {
    try (var file = java.nio.channels.FileChannel.open(Path.of(args[0]), java.nio.file.StandardOpenOption.WRITE);
            var lock = file.lock()) {
        IO.println("held " + lock.isValid());
        var check = new ProcessBuilder(args[1], args[2], args[0]).inheritIO().start();
        System.exit(check.waitFor());
    }
}
END
  touch "$work/lock"
  status=0
  out=$("$jdk/bin/java" "$work/Hold.java" "$work/lock" "$jdk/bin/java" "$project/scripts/IsLocked.java" 2>&1) || status=$?
  expect 10 'held true'

  name='a lock let go is free'
  status=0
  out=$("$jdk/bin/java" "$project/scripts/IsLocked.java" "$work/lock" 2>&1) || status=$?
  expect 0

  name='a Maven whose checksum is wrong is not put in place'
  echo 'not a zip' >"$work/maven.zip"
  status=0
  out=$("$jdk/bin/java" "$project/scripts/FetchMaven.java" "$work/maven.zip" 00ff "$work/fetched/maven" 2>&1) || status=$?
  expect 1 'SHA-256'
  holds 'something is left behind' [ -z "$(ls "$work/fetched")" ]

  name='a Maven is unpacked with its programs executable'
  mkdir -p "$work/dist/apache-maven/bin"
  echo '#!/bin/sh' >"$work/dist/apache-maven/bin/mvn"
  (cd "$work/dist" && "$jdk/bin/jar" -cMf "$work/maven.zip" apache-maven)
  sum=$("$jdk/bin/java" "$project/scripts/FetchMaven.java" "$work/maven.zip" 00ff "$work/fetched/maven" 2>&1 |
    sed 's/.*SHA-256 is \([0-9a-f]*\).*/\1/')
  status=0
  out=$("$jdk/bin/java" "$project/scripts/FetchMaven.java" "$work/maven.zip" "$sum" "$work/fetched/maven" 2>&1) || status=$?
  expect 0
  holds 'bin/mvn cannot be run' [ -x "$work/fetched/maven/bin/mvn" ]
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
