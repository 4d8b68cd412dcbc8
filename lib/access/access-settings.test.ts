import { describe, expect, it } from 'vitest'
import { readAccessSettings } from './access-settings.ts'

const proxy = {
  STRATA_AUTH: 'proxy',
  STRATA_OWNERS: 'ada@desk.example',
  STRATA_TRUSTED_PROXIES: '127.0.0.1',
}
describe('settings of who may do what', () => {
  it('are none unless STRATA_AUTH is set, whatever else is', () => {
    expect(readAccessSettings({ ...proxy, STRATA_AUTH: '' })).toBeNull()
  })

  it('are whole for a proxy', () => {
    expect(readAccessSettings(proxy)).toMatchObject({ by: 'proxy', proxy: { header: 'x-forwarded-email' } })
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
  ])('say in a sentence what to do where %# is wrong', (whole, name, told) => {
    const read = readAccessSettings({ ...whole, [name]: told })
    if (read === null || !('wrong' in read)) throw new Error(`${name} was taken`)
    expect(read.wrong).toContain(name)
    expect(read.wrong).toMatch(/\.$/)
    expect(read.wrong).not.toContain('secret')
  })
})
