import { describe, expect, it } from 'vitest'
import { readAccessSettings } from './access-settings.ts'

const proxy = {
  STRATA_AUTH: 'proxy',
  STRATA_OWNERS: 'ada@desk.example',
  STRATA_TRUSTED_PROXIES: '127.0.0.1',
}
const oidc = {
  STRATA_AUTH: 'oidc',
  STRATA_OWNERS: 'ada@desk.example',
  STRATA_OIDC_ISSUER: 'https://login.desk.example/realms/desk',
  STRATA_OIDC_CLIENT_ID: 'strata',
  STRATA_AUTH_SECRET: 'x'.repeat(32),
  STRATA_URL: 'https://strata.desk.example',
}

describe('settings of who may do what', () => {
  it('are none unless STRATA_AUTH is set, whatever else is', () => {
    expect(readAccessSettings({ ...proxy, STRATA_AUTH: '' })).toBeNull()
  })

  it('are whole for a proxy and for a provider', () => {
    expect(readAccessSettings(proxy)).toMatchObject({ by: 'proxy', proxy: { header: 'x-forwarded-email' } })
    expect(readAccessSettings(oidc)).toMatchObject({ by: 'provider', provider: { groupsClaim: 'groups' } })
    const onLoopback = { ...oidc, STRATA_OIDC_ISSUER: 'http://127.0.0.1:4000' }
    expect(readAccessSettings(onLoopback)).toMatchObject({ by: 'provider' })
  })

  it.each([
    [proxy, 'STRATA_AUTH', 'saml'],
    [proxy, 'STRATA_OWNERS', ''],
    [proxy, 'STRATA_OWNERS', 'ada bo'],
    [proxy, 'STRATA_EDITORS', 'role:x'],
    [proxy, 'STRATA_VIEWERS', 'group:'],
    [proxy, 'STRATA_TRUSTED_PROXIES', ''],
    [proxy, 'STRATA_AUTH_HEADER', 'X Forwarded'],
    [proxy, 'STRATA_AUTH_GROUPS_HEADER', 'a:b'],
    [proxy, 'STRATA_SIGN_OUT_URL', '//elsewhere.example'],
    [proxy, 'STRATA_SIGN_OUT_URL', 'javascript:alert(1)'],
    [proxy, 'STRATA_TOKENS', 'prices:viewer:secret'],
    [proxy, 'STRATA_TOKENS', `prices:king:${'0'.repeat(64)}`],
    [oidc, 'STRATA_OIDC_ISSUER', 'login.desk.example'],
    [oidc, 'STRATA_OIDC_ISSUER', 'http://login.desk.example'],
    [oidc, 'STRATA_OIDC_CLIENT_ID', ''],
    [oidc, 'STRATA_AUTH_SECRET', 'short'],
    [oidc, 'STRATA_URL', ''],
    [oidc, 'STRATA_OIDC_TRUST_ADDRESSES', 'true'],
  ])('say in a sentence what to do where %# is wrong', (whole, name, told) => {
    const read = readAccessSettings({ ...whole, [name]: told })
    if (read === null || !('wrong' in read)) throw new Error(`${name} was taken`)
    expect(read.wrong).toContain(name)
    expect(read.wrong).toMatch(/\.$/)
    expect(read.wrong).not.toContain('secret')
  })
})
