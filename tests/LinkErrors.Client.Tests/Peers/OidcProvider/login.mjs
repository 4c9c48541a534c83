// A provider of somebody else that people sign in at: it prints its address, and ends with its input. It asks nobody: the
// login_hint of a request says what the user does.
import http from 'node:http';
import Provider from 'oidc-provider';

const listener = http.createServer();
listener.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${listener.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'service',
      client_secret: 'secret',
      // A native application may listen on any port of the loopback (RFC 8252 §7.3).
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/signin-acme'],
      post_logout_redirect_uris: ['http://127.0.0.1/signout-callback-oidc'],
      token_endpoint_auth_method: 'client_secret_post',
      scope: 'openid profile',
    }],
    scopes: ['openid', 'profile', 'links'],
    cookies: { keys: ['of a test'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context, form) => {
          const answered = form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>');
          context.body = `<html><body onload="document.forms[0].submit()">${answered}</body></html>`;
        },
      },
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const application = provider.callback();
  listener.on('request', async (request, response) => {
    if (!request.url.startsWith('/interaction/')) {
      application(request, response);
      return;
    }
    const { params } = await provider.interactionDetails(request, response);
    await provider.interactionFinished(request, response, params.login_hint === 'cancel'
      ? { error: 'access_denied', error_description: 'Hunter2 went away' }
      : { login: { accountId: 'user-1' }, consent: {} });
  });
  console.log(issuer);
});
process.stdin.on('end', () => process.exit()).resume();
