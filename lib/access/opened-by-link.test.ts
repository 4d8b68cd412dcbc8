import { describe, expect, it } from 'vitest'
import { opensThing, readThing } from './opened-by-link.ts'

const query = (text: string) => new URLSearchParams(text)

describe('what can be shared', () => {
  it.each(['/deals/a-trust', '/deals/a-trust/ledger', '/compare?deals=a,b', '/?q=trust', '/'])(
    'is %s',
    address => {
      expect(readThing(address)).not.toBeNull()
    },
  )
  it.each([
    '/trends',
    '/compare',
    '/deleted',
    '/api/deals/a-trust',
    'https://elsewhere.example/deals/a-trust',
    '//elsewhere.example/',
    'deals/a-trust',
    '',
  ])('is not %s', address => {
    expect(readThing(address)).toBeNull()
  })
})

describe('a link to a deal', () => {
  it('opens that deal alone', () => {
    expect(opensThing('/deals/a-trust/ledger', { deal: 'a-trust' })).toBe(true)
    expect(opensThing('/deals/a-trust', { deal: 'a-trust-2' })).toBe(false)
    expect(opensThing('/deals/a-trust', { deal: '' })).toBe(false)
    expect(opensThing('/deals/a-trust', { comparison: query('deals=a-trust') })).toBe(false)
    expect(opensThing('/deals/a-trust', { search: query('q=a-trust') })).toBe(false)
  })
})

describe('a link to a comparison', () => {
  const link = '/compare?deals=a,b~group-1&dimension=state'
  it.each([
    'deals=a,b~group-1',
    'deals=b~group-1&deals=a&measure=count',
    'deals=a',
    'deals=a,b~group-1&dimension=dti',
  ])('opens %s', asked => {
    expect(opensThing(link, { comparison: query(asked) })).toBe(true)
  })
  it.each(['deals=a,c', 'deals=a,b', 'deals=a&deals=c', '', 'deals=', 'deals=a,b~group-1&add=harbor'])(
    'does not open %s',
    asked => {
      expect(opensThing(link, { comparison: query(asked) })).toBe(false)
    },
  )
  it('opens neither of its deals', () => {
    expect(opensThing(link, { deal: 'a' })).toBe(false)
  })
})

describe('a link to a search', () => {
  const link = '/?q=trust&state.CA__gt=50&sort=-balance'
  it.each([
    'q=trust&state.CA__gt=50',
    'state.CA__gt=50&q=trust&sort=name&cursor=x&limit=5&columns=wac',
    'q=trust&state.CA__gt=50&shelf=',
  ])('opens %s', asked => {
    expect(opensThing(link, { search: query(asked) })).toBe(true)
  })
  it.each([
    'q=trust',
    '',
    'q=trust&q=home&state.CA__gt=50',
    'q=trust&state.CA__gt=5',
    'q=trust&state.CA__gt=50&near=a',
  ])('does not open %s', asked => {
    expect(opensThing(link, { search: query(asked) })).toBe(false)
  })
})
