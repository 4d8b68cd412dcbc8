import { type Role, roles } from './role.ts'
import { type RoleLists, readRoleList } from './role-lists.ts'

type Environment = { readonly [name: string]: string | undefined }

/** A program that may ask: its name, its role, and the SHA-256 of the token that it sends. */
export type AccessToken = { name: string; role: Role; sha256: string }

/** How a provider of OpenID Connect is asked. */
export type ProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string | null
  scope: string
  /** Where among the claims the groups are: `groups`, or `realm_access.roles`. */
  groupsClaim: string
  /** True where addresses count though the provider does not say that it verified them. */
  trustsAddresses: boolean
  /** Seals what is kept in the browser. */
  secret: string
}

export type ProxySettings = { header: string; groupsHeader: string; signOut: string | null }

/** Who may do what, where STRATA_AUTH is set. */
export type AccessSettings = {
  lists: RoleLists
  tokens: readonly AccessToken[]
} & ({ by: 'provider'; provider: ProviderSettings } | { by: 'proxy'; proxy: ProxySettings })

/** True if whoever asks is asked who they are; without it there is one person, who may do everything. */
export function isGuarded(environment: Environment = process.env): boolean {
  return Boolean(environment.STRATA_AUTH)
}

/** How somebody signs out: with a call of ours, at an address of the proxy's, or not here. */
export type SignOut = { call: string } | { address: string } | null

export function signOutOf({ STRATA_AUTH, STRATA_SIGN_OUT_URL }: Environment): SignOut {
  if (STRATA_AUTH === 'oidc') return { call: '/api/sign-out' }
  return STRATA_AUTH === 'proxy' && STRATA_SIGN_OUT_URL ? { address: STRATA_SIGN_OUT_URL } : null
}

/** The settings of an environment, null where STRATA_AUTH is not set; else a sentence for whoever starts Strata. */
export function readAccessSettings(environment: Environment): AccessSettings | { wrong: string } | null {
  const { STRATA_AUTH } = environment
  if (!STRATA_AUTH) return null
  if (STRATA_AUTH !== 'oidc' && STRATA_AUTH !== 'proxy')
    return { wrong: `STRATA_AUTH must be oidc or proxy, and this is “${STRATA_AUTH}”.` }
  const lists = readLists(environment)
  if ('wrong' in lists) return lists
  const tokens = readTokens(environment.STRATA_TOKENS)
  if (tokens === null)
    return {
      wrong:
        'STRATA_TOKENS must list name:role:SHA-256 with commas between, such as prices:viewer:9f86d081…, the hash in 64 hex digits.',
    }
  const own = STRATA_AUTH === 'proxy' ? readProxy(environment) : readProvider(environment)
  return 'wrong' in own ? own : { lists, tokens, ...own }
}

const listNames: Record<Role, string> = {
  viewer: 'STRATA_VIEWERS',
  editor: 'STRATA_EDITORS',
  owner: 'STRATA_OWNERS',
}

function readLists(environment: Environment): RoleLists | { wrong: string } {
  const lists = { viewer: new Set<string>(), editor: new Set<string>(), owner: new Set<string>() }
  for (const role of roles) {
    const list = readRoleList(environment[listNames[role]])
    if (list === null)
      return {
        wrong: `${listNames[role]} must list addresses, @domains, group:names, sub:names or *, with commas between, and this is “${environment[listNames[role]]}”.`,
      }
    for (const entry of list) lists[role].add(entry)
  }
  if (lists.owner.size === 0)
    return { wrong: 'STRATA_OWNERS must name at least one owner, such as ada@desk.example.' }
  return lists
}

function readTokens(printed = ''): AccessToken[] | null {
  const tokens: AccessToken[] = []
  for (const entry of printed.split(/[\s,]+/).filter(entry => entry !== '')) {
    const [, name, role, sha256] = /^([\w.-]{1,60}):(viewer|editor|owner):([0-9a-f]{64})$/i.exec(entry) ?? []
    const known = roles.find(one => one === role)
    if (!name || !sha256 || !known) return null
    tokens.push({ name, role: known, sha256: sha256.toLowerCase() })
  }
  return tokens
}

/** A name of a header. Source: RFC 9110 (5.1). */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/

function readProxy(environment: Environment): { by: 'proxy'; proxy: ProxySettings } | { wrong: string } {
  const {
    STRATA_TRUSTED_PROXIES,
    STRATA_AUTH_HEADER = 'X-Forwarded-Email',
    STRATA_AUTH_GROUPS_HEADER = 'X-Forwarded-Groups',
    STRATA_SIGN_OUT_URL,
  } = environment
  if (!STRATA_TRUSTED_PROXIES)
    return {
      wrong:
        'STRATA_AUTH=proxy needs STRATA_TRUSTED_PROXIES, the addresses of the proxies that say who asks, such as 127.0.0.1.',
    }
  for (const [name, value] of Object.entries({ STRATA_AUTH_HEADER, STRATA_AUTH_GROUPS_HEADER }))
    if (!headerName.test(value))
      return { wrong: `${name} must be the name of a header, and this is “${value}”.` }
  const signOut = STRATA_SIGN_OUT_URL || null
  if (signOut !== null && !/^(?:https?:\/\/[^\s]+|\/(?![/\\])\S*)$/.test(signOut))
    return { wrong: `STRATA_SIGN_OUT_URL must be an address or a path, and this is “${signOut}”.` }
  return {
    by: 'proxy',
    proxy: {
      header: STRATA_AUTH_HEADER.toLowerCase(),
      groupsHeader: STRATA_AUTH_GROUPS_HEADER.toLowerCase(),
      signOut,
    },
  }
}

/** In characters: what seals sessions is not to be guessed. */
const shortestSecret = 32

function readProvider(
  environment: Environment,
): { by: 'provider'; provider: ProviderSettings } | { wrong: string } {
  const {
    STRATA_OIDC_ISSUER = '',
    STRATA_OIDC_CLIENT_ID = '',
    STRATA_OIDC_CLIENT_SECRET,
    STRATA_OIDC_SCOPE,
    STRATA_OIDC_GROUPS_CLAIM,
    STRATA_OIDC_TRUST_ADDRESSES = '',
    STRATA_AUTH_SECRET = '',
    STRATA_URL,
  } = environment
  const issuer = URL.canParse(STRATA_OIDC_ISSUER) ? new URL(STRATA_OIDC_ISSUER) : null
  if (!issuer || (issuer.protocol !== 'https:' && !isLoopback(issuer)))
    return {
      wrong: `STRATA_OIDC_ISSUER must be the https address of the provider, such as https://login.desk.example/realms/desk, and this is “${STRATA_OIDC_ISSUER}”.`,
    }
  if (!STRATA_OIDC_CLIENT_ID)
    return { wrong: 'STRATA_OIDC_CLIENT_ID must say what the provider knows Strata as.' }
  if (STRATA_AUTH_SECRET.length < shortestSecret)
    return {
      wrong: `STRATA_AUTH_SECRET must have at least ${shortestSecret} characters, the same for all processes; openssl rand -base64 32 makes one.`,
    }
  if (!STRATA_URL)
    return {
      wrong:
        'STRATA_AUTH=oidc needs STRATA_URL, the address that people use, for the provider leads back there.',
    }
  if (!['', 'yes', 'no'].includes(STRATA_OIDC_TRUST_ADDRESSES))
    return {
      wrong: `STRATA_OIDC_TRUST_ADDRESSES must be yes or no, and this is “${STRATA_OIDC_TRUST_ADDRESSES}”.`,
    }
  return {
    by: 'provider',
    provider: {
      issuer: issuer.href,
      clientId: STRATA_OIDC_CLIENT_ID,
      clientSecret: STRATA_OIDC_CLIENT_SECRET || null,
      scope: STRATA_OIDC_SCOPE || 'openid email profile',
      groupsClaim: STRATA_OIDC_GROUPS_CLAIM || 'groups',
      trustsAddresses: STRATA_OIDC_TRUST_ADDRESSES === 'yes',
      secret: STRATA_AUTH_SECRET,
    },
  }
}

/** Tests and trials have a provider on their own machine. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
