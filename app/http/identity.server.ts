// What a request must not carry where nobody is to be known: signs of who somebody is, put there by a browser, a proxy that
// signs people in, or a certificate. Address headers are in nobody's interest and are never read.
import type { IncomingMessage } from 'node:http';

const names = new Set([
  'cookie',
  'authorization',
  'proxy-authorization',
  'remote-user',
  'remote-email',
  'remote-name',
  'remote-groups',
  'x-remote-user',
  'x-remote-email',
  'x-remote-name',
  'x-remote-group',
  'x-remote-groups',
  'x-forwarded-user',
  'x-forwarded-email',
  'x-forwarded-preferred-username',
  'x-forwarded-groups',
  'x-forwarded-access-token',
  'x-forwarded-client-cert',
  'x-forwarded-tls-client-cert',
  'x-forwarded-tls-client-cert-info',
  'x-webauth-user',
  'x-webauth-email',
  'x-webauth-name',
  'x-ssl-cert',
  'x-client-cert',
  'x-client-dn',
  'x-arr-clientcert',
  'x-forwarded-name',
  'x-authenticated-user',
  'x-authenticated-userid',
  'x-authenticated-email',
  'x-userinfo',
  'x-id-token',
  'x-access-token',
  'sm_user',
  'sm-user',
  'sm-universalid',
  'iv-user',
  'iv-creds',
  'iv-groups',
]);
// As the gateways of the large providers, and those that companies put in front themselves, name their own.
const prefixes = [
  'x-ssl-client-',
  'ssl-client-',
  'x-auth-request-',
  'x-authentik-',
  'x-amzn-oidc-',
  'x-goog-authenticated-user-',
  'x-goog-iap-',
  'x-ms-client-principal',
  'x-ms-token-',
  'x-pomerium-',
  'cf-access-',
  'tailscale-user-',
  'x-credential-',
  'x-consumer-',
  'x-amzn-mtls-clientcert',
  'x-vouch-',
  'x-jwt-',
  'shib-',
  'oidc_',
  'oidc-',
];

export function carriesIdentity({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  for (const name in headers) if (names.has(name) || prefixes.some((prefix) => name.startsWith(prefix))) return true;
  return false;
}
