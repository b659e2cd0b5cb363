-- Books one time after the other: each of twenty practitioners at each five minutes, from tomorrow on.
local first = tonumber(os.getenv("BENCH_FIRST"))
local day = tonumber(os.getenv("BENCH_DAY"))
local n = first - 1
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
request = function()
  n = n + 1
  local starts = os.date("!%Y-%m-%dT%H:%M:%SZ", day + math.floor(n / 20) * 300)
  return wrk.format(nil, "/v1/me/appointments", nil, string.format(
    '{"treatmentId":"b0000003-0000-7000-8000-000000000002","practitionerId":"b0000002-0000-7000-8000-%012x","startsAt":"%s"}',
    21 + n % 20, starts))
end
