import { describe, expect, it } from 'vitest'
import { nobody } from '../access/asker.ts'
import { localAddress, signInHref, signInLead } from './page-address.ts'

describe('an address to go on at', () => {
  it.each([
    ['/deals/a-trust?measure=count', '/deals/a-trust?measure=count'],
    ['/?q=a%2Cb&_rsc=1x2', '/?q=a%2Cb'],
    ['/deals/a-trust?_rsc=1', '/deals/a-trust'],
  ])('of this site stays: %s', (told, address) => {
    expect(localAddress(told)).toBe(address)
  })

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/x/..//elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?to=/sign-in',
    ' /deals',
    '',
    null,
  ])('elsewhere leads to the library: %s', told => {
    expect(localAddress(told)).toBe('/')
  })
})

describe('who is not known', () => {
  it('is led from a page to where they sign in, and back', () => {
    expect(signInLead('/deals/a?x=1', nobody)).toEqual({
      status: 307,
      location: '/sign-in?to=%2Fdeals%2Fa%3Fx%3D1',
    })
    expect(signInLead('/', nobody)?.location).toBe(signInHref('/'))
  })

  it('is led nowhere from calls, files and that page itself, nor where nobody is asked', () => {
    for (const url of ['/api/deals', '/_next/static/x.js', '/first.js', '/sign-in', '/sign-in?to=/deals/a'])
      expect(signInLead(url, nobody)).toBeNull()
    expect(signInLead('/', null)).toBeNull()
  })
})
