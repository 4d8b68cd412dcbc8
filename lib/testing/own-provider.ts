import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** What the provider says of each of its accounts, by what they type. */
export type Accounts = Record<string, Record<string, unknown>>

export type OwnProvider = {
  issuer: string
  signIn: (address: string, account: string) => Promise<string>
  close: () => void
}

/**
 * For tests: a provider of OpenID Connect on a port of loopback, which insists on PKCE. `signIn` goes through its pages as a
 * browser does, from the address that Strata leads to until it is led back, and gives that address.
 */
export async function ownProvider(accounts: Accounts, redirectUri: string): Promise<OwnProvider> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'strata',
        client_secret: 'a-secret-of-the-client',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'realm'] },
    cookies: { keys: ['a-key-of-tests'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...accounts[id] }),
    }),
    pkce: { required: () => true },
  })
  server.on('request', provider.callback())
  return {
    issuer,
    signIn: (address, account) => walk(address, account, redirectUri),
    close: () => server.close(),
  }
}

/** More pages than signing in and agreeing take. */
const mostSteps = 12

async function walk(address: string, account: string, end: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = address
  let form: URLSearchParams | null = null
  for (let step = 0; step < mostSteps; step++) {
    if (url.startsWith(end)) return url
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    form = null
    const location = answer.headers.get('location')
    const page = await answer.text()
    if (location) url = new URL(location, url).href
    else {
      const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? []
      const [, action] = /<form[^>]* action="([^"]*)"/.exec(page) ?? []
      if (!prompt || !action)
        throw new Error(`The provider shows no form: ${answer.status} ${page.slice(0, 300)}`)
      form = new URLSearchParams({ prompt, login: account, password: 'any' })
      url = new URL(action, url).href
    }
  }
  throw new Error('The provider leads nowhere.')
}
