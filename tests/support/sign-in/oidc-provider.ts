import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who says yes at the next authorization. */
  person: { sub: string; email: string; name?: string; email_verified?: boolean };
  /** What the next token is signed with in place of the published key, or claims in place of the right issuer. */
  forge: 'key' | 'nonce' | null;
  close: () => Promise<void>;
}

interface Grant {
  challenge: string;
  nonce: string | null;
  redirectUri: string;
  person: OidcProvider['person'];
}

/** A small OpenID Connect provider at which one person has always just said yes. Codes work once, with PKCE. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forged = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...published.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') {
      send(200, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    } else if (url.pathname === '/jwks') send(200, { keys: [jwk] });
    else if (url.pathname === '/authorize') {
      const query = url.searchParams;
      const redirectUri = query.get('redirect_uri') ?? '';
      if (query.get('client_id') !== provider.clientId || query.get('response_type') !== 'code') {
        return send(400, { error: 'invalid_request' });
      }
      const code = randomUUID();
      const { person } = provider;
      grants.set(code, {
        challenge: query.get('code_challenge') ?? '',
        nonce: query.get('nonce'),
        redirectUri,
        person,
      });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', query.get('state') ?? '');
      response.writeHead(302, { location: back.href });
      response.end();
    } else if (url.pathname === '/token') {
      const form = new URLSearchParams(Buffer.concat(await Array.fromAsync(request)).toString());
      const grant = grants.get(form.get('code') ?? '');
      grants.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const rightClient =
        form.get('client_id') === provider.clientId && form.get('client_secret') === provider.clientSecret;
      if (
        !grant ||
        !rightClient ||
        grant.challenge !== challenge ||
        grant.redirectUri !== form.get('redirect_uri')
      ) {
        return send(400, { error: 'invalid_grant' });
      }
      const { sub, ...claims } = grant.person;
      const nonce = provider.forge === 'nonce' ? 'another' : grant.nonce;
      const now = Math.floor(Date.now() / 1000);
      const idToken = signed(
        {
          email_verified: true,
          ...claims,
          ...(nonce ? { nonce } : {}),
          iss: provider.issuer,
          sub,
          aud: provider.clientId,
          iat: now,
          exp: now + 300,
        },
        provider.forge === 'key' ? forged.privateKey : published.privateKey,
      );
      send(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken });
    } else send(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const provider: OidcProvider = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'bar-raiser',
    clientSecret: 'the client secret',
    person: { sub: 'ada', email: 'ada@example.org', name: 'Ada' },
    forge: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return provider;
}

/** A JSON Web Token (RFC 7519) signed with RS256. */
function signed(claims: Record<string, unknown>, key: KeyObject): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key).toString('base64url')}`;
}
