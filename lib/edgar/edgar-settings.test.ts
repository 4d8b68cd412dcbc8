import { expect, it } from 'vitest'
import { readEdgarSettings } from './edgar-settings.ts'

const read = (userAgent?: string, standIn?: string) =>
  readEdgarSettings({ STRATA_EDGAR_USER_AGENT: userAgent, STRATA_EDGAR_STAND_IN: standIn })

it.each(['Sample Company contact@sample.example', 'Sample Co (desk@sample.example)', 'S desk@a.example'])(
  'takes %j for who asks',
  userAgent => expect(read(userAgent)).toEqual({ userAgent, standIn: null }),
)

it.each([
  'Sample Company',
  'contact@sample.example',
  'Sample contact@sample',
  'Größe a@b.example',
  'A a@b.c\r\nX: y',
])('says what is wrong with %j', userAgent =>
  expect(read(userAgent)).toMatchObject({ wrong: expect.stringContaining('STRATA_EDGAR_USER_AGENT') }),
)

it('asks nobody where nobody says who asks', () => {
  expect(read()).toEqual({ userAgent: null, standIn: null })
  expect(read('  ')).toEqual({ userAgent: null, standIn: null })
})

it.each(['http://127.0.0.1:4000', 'http://[::1]:4000'])('lets %s stand in for tests', standIn =>
  expect(read(undefined, standIn)).toEqual({ userAgent: null, standIn }),
)

it.each([
  'https://elsewhere.example',
  'http://10.0.0.1:80',
  'http://127.0.0.1:80@elsewhere.example',
  'http://127.0.0.1:80/path',
  'http://localhost.elsewhere.example:80',
  'http://127.0.0.1',
])('lets nothing beyond loopback stand in: %s', standIn =>
  expect(read(undefined, standIn)).toMatchObject({ wrong: expect.stringContaining('loopback') }),
)
