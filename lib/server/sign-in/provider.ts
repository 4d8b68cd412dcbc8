import * as oidc from 'openid-client'
import type { ProviderSettings } from '../../access/access-settings.ts'
import type { RoleLists } from '../../access/role-lists.ts'
import { siteOrigin } from '../site-address.ts'
import type { Attempt, ProvidedAccess, Session } from './sessions.ts'

/** Why somebody could not sign in, as the page for it words it (components/access/sign-in-view.tsx). */
export type SignInProblem = 'failed' | 'late' | 'denied' | 'unreachable'

/** The provider is asked so long at most, in seconds. */
const timeoutSeconds = 10

const known = new Map<string, Promise<oidc.Configuration>>()

/** What the provider says of itself, asked once; after a failure the next who signs in asks again. */
function findProvider({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const key = `${issuer} ${clientId}`
  const found = known.get(key)
  if (found) return found
  const url = new URL(issuer)
  const isPlain = url.protocol === 'http:'
  const asking = oidc.discovery(
    url,
    clientId,
    undefined,
    clientSecret === null ? oidc.None() : oidc.ClientSecretPost(clientSecret),
    {
      timeout: timeoutSeconds,
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
    },
  )
  known.set(key, asking)
  asking.catch(() => known.delete(key))
  return asking
}

const callbackUrl = () => `${siteOrigin(process.env)}/api/sign-in/callback`

/** Where somebody is to be led to sign in, and what is to be kept of it meanwhile. Throws where the provider cannot be asked. */
export async function beginSignIn(
  { provider }: ProvidedAccess,
  to: string,
): Promise<{ location: string; attempt: Attempt }> {
  const config = await findProvider(provider)
  const attempt: Attempt = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    to,
  }
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callbackUrl(),
    scope: provider.scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  })
  return { location: url.href, attempt }
}

/** Who the provider says that somebody is, by the query that it led them back with. Throws where that does not hold. */
export async function endSignIn(
  { provider, lists }: ProvidedAccess,
  { state, nonce, verifier }: Attempt,
  query: string,
): Promise<Session> {
  const config = await findProvider(provider)
  const tokens = await oidc.authorizationCodeGrant(config, new URL(callbackUrl() + query), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const told = tokens.claims()
  if (!told) throw new Error('the provider sent no ID token')
  const more = config.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(config, tokens.access_token, told.sub)
    : {}
  return sessionOf({ ...told, ...more }, provider, lists)
}

type Told = { sub: string; [claim: string]: unknown }

/** What is kept of what a provider says: of groups those that the settings name, for some are in hundreds. */
function sessionOf(told: Told, provider: ProviderSettings, lists: RoleLists): Session {
  const { sub, email, email_verified, name, preferred_username } = told
  const isVerified = email_verified === true || (provider.trustsAddresses && email_verified !== false)
  const address = typeof email === 'string' && isVerified ? email : null
  const given = provider.groupsClaim
    .split('.')
    .reduce<unknown>(
      (part, key) => (isRecord(part) && Object.hasOwn(part, key) ? part[key] : undefined),
      told,
    )
  const groups = [given ?? []]
    .flat()
    .filter(group => typeof group === 'string')
    .filter(group => Object.values(lists).some(list => list.has(`group:${group}`)))
  const [shown = sub] = [name, address, preferred_username].filter(
    one => typeof one === 'string' && one !== '',
  )
  const since = new Date().toISOString()
  return { subject: sub, name: String(shown).slice(0, 100), address, groups, since }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Why signing in failed; what only this side can mend is told in the log, without anything that the provider sent. */
export function explainFailure(fault: unknown): SignInProblem {
  if (fault instanceof oidc.AuthorizationResponseError) return 'denied'
  const code = fault instanceof oidc.ClientError ? fault.code : undefined
  const { name, message } = fault instanceof Error ? fault : new Error(String(fault))
  console.error(`Signing in failed: ${name}: ${message}${code ? ` (${code})` : ''}`)
  const isAway = fault instanceof TypeError || code === 'OAUTH_TIMEOUT' || name === 'TimeoutError'
  return isAway ? 'unreachable' : 'failed'
}
