// An OAuth server of somebody else, for tests of interoperability: it prints its address, and ends with its input.
import http from 'node:http';
import Provider from 'oidc-provider';

const listener = http.createServer();
listener.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${listener.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'test',
      client_secret: 'secret',
      redirect_uris: ['http://127.0.0.1/cb'],
      application_type: 'native',
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials', 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
      scope: 'openid',
    }],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: true },
    },
  });
  listener.on('request', provider.callback());
  console.log(issuer);
});
process.stdin.on('end', () => process.exit()).resume();
