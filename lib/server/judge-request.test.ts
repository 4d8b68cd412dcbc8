import { describe, expect, it } from 'vitest'
import { hostRules } from './asked-host.ts'
import { judgeRequest, longestAddress } from './judge-request.ts'
import { uploadLimits } from './receive-files.ts'

const rules = hostRules({})
const judge = (method: string, url: string, headers: Record<string, string> = {}) =>
  judgeRequest({ method, url, httpVersion: '1.1', headers: { host: 'localhost:3000', ...headers } }, rules)

describe('judgeRequest', () => {
  it('refuses a request with two Hosts, which others may read as one for another site', () => {
    const headers = { host: 'localhost:3000' }
    const rawHeaders = ['Host', 'localhost:3000', 'X-Host', 'Host', 'HOST', 'evil.example']
    expect(judgeRequest({ method: 'GET', url: '/', httpVersion: '1.1', headers, rawHeaders }, rules)).toBe(
      'request-is-malformed',
    )
    expect(
      judgeRequest(
        { method: 'GET', url: '/', httpVersion: '1.1', headers, rawHeaders: rawHeaders.slice(0, 4) },
        rules,
      ),
    ).toBeNull()
  })

  it.each([
    ['GET', '/'],
    ['HEAD', '/deals/a-trust-2002-1?measure=count#x'],
    ['GET', '/?q=50%25%20of%20caf%C3%A9'],
    ['GET', '/nothing%2Fhere'],
    ['GET', '/_next/static/chunks/a.js'],
    ['GET', '/api'],
    ['OPTIONS', '/api/filings'],
    ['OPTIONS', '*'],
    ['POST', '/api/filings'],
    ['POST', '/api/filings/'],
    ['POST', '/api/samples?x=1'],
    ['GET', '/api/deals/a/stratifications/state.csv'],
    ['POST', '/api/what-is-this'],
    ['GET', `/${'a'.repeat(longestAddress - 1)}`],
  ])('passes %s %s on', (method, url) => expect(judge(method, url)).toBeNull())

  it.each([
    ['GET', '/%E0%A4%A', 'address-is-malformed'],
    ['GET', '/deals/%', 'address-is-malformed'],
    ['GET', '/api/deals/%ff', 'address-is-malformed'],
    ['GET', '/?q=%00', 'address-is-malformed'],
    ['GET', '/deals/a%00b', 'address-is-malformed'],
    ['GET', '/?q=100%', 'address-is-malformed'],
    ['GET', 'http://localhost:3000/', 'address-is-malformed'],
    ['GET', '', 'address-is-malformed'],
    ['GET', `/?q=${'a'.repeat(longestAddress)}`, 'address-is-too-long'],
    ['TRACE', '/', 'method-is-not-allowed'],
    ['PUT', '/api/filings', 'method-is-not-allowed'],
    ['GET', '/api/filings', 'method-is-not-allowed'],
    ['POST', '/', 'method-is-not-allowed'],
    ['POST', '/api/?x=1', 'method-is-not-allowed'],
    ['POST', '/deals/a', 'method-is-not-allowed'],
    ['POST', '/api/deals', 'method-is-not-allowed'],
    ['POST', '/api/deals/a', 'method-is-not-allowed'],
    ['DELETE', '/api/filings/abc/source', 'method-is-not-allowed'],
    ['PATCH', '/_next/static/chunks/a.js', 'method-is-not-allowed'],
  ])('refuses %s %s', (method, url, code) => expect(judge(method, url)).toBe(code))

  it.each([['GET', '/_next/image?url=%2Fa.png&w=64&q=75', 'page-is-unknown']])(
    'says of %s %s that there is nothing',
    (method, url, code) => expect(judge(method, url)).toBe(code),
  )

  it('refuses a body that is far too long before any of it has come', () => {
    const judgeLength = (length: number) => judge('POST', '/api/filings', { 'content-length': `${length}` })
    expect(judgeLength(2 * uploadLimits.totalBytes)).toBeNull()
    expect(judgeLength(2 * uploadLimits.totalBytes + 1)).toBe('body-is-too-large')
  })

  it('refuses a request without a Host', () => {
    const asked = { method: 'GET', url: '/', headers: {} }
    expect(judgeRequest({ ...asked, httpVersion: '1.1' }, rules)).toBe('host-is-missing')
    expect(judgeRequest({ ...asked, httpVersion: '1.0' }, rules)).toBeNull()
  })

  it('refuses whoever asks for another host, before anything else of the request counts', () => {
    expect(judge('TRACE', '/%', { host: 'rebound.example' })).toBe('host-is-unknown')
  })

  it.each([
    ['multipart/form-data; boundary=abc', null],
    ['multipart/form-data; boundary="a b"', null],
    [`multipart/form-data; boundary=${'b'.repeat(70)}`, null],
    [`multipart/form-data; boundary=${'b'.repeat(71)}`, 'boundary-is-not-usable'],
    [`multipart/form-data; charset=utf-8; BOUNDARY="${'b'.repeat(12_000)}"`, 'boundary-is-not-usable'],
    ['multipart/form-data; boundary=', 'boundary-is-not-usable'],
    ['multipart/form-data; boundary=""', 'boundary-is-not-usable'],
    ['multipart/form-data', null],
    ['application/json; boundary=', null],
  ])('looks at the boundary of %s', (type, code) =>
    expect(judge('POST', '/api/filings', { 'content-type': type })).toBe(code),
  )
})
