SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#contract',
  deepLinking: true,
  validatorUrl: null,
  // Asks for errors and answers as the contract means them, and keeps tokens out of the page's storage.
  persistAuthorization: false,
});
