import { describe, expect, it } from 'vitest'
import { leadAddress } from './lead-address.ts'

const findVersion = async (slug: string) => (slug === 'a-trust-2002-1' ? '0123 reader' : '')
const lead = (url: string) => leadAddress(url, findVersion)

describe('leadAddress', () => {
  it.each([
    ['/deals/a-trust-2002-1?filing=0123abcd', '/deals/a-trust-2002-1/filings/0123abcd'],
    [
      '/deals/a-trust-2002-1?measure=count&filing=0123abcd&q=x%26y',
      '/deals/a-trust-2002-1/filings/0123abcd?measure=count&q=x%26y',
    ],
    ['/deals/a-trust-2002-1/tables/2?filing=0123abcd', '/deals/a-trust-2002-1/filings/0123abcd/tables/2'],
    [
      '/deals/a-trust-2002-1/lists/notes/state?filing=0123abcd',
      '/deals/a-trust-2002-1/filings/0123abcd/lists/notes/state',
    ],
    ['/deals/a-trust-2002-1/ledger?filing=0123abcd', '/deals/a-trust-2002-1/ledger/0123abcd'],
    ['/deals/a-trust-2002-1?filing=../x', '/deals/a-trust-2002-1/filings/..%2Fx'],
  ])('%s names a filing, and leads to %s', async (url, location) => {
    expect(await lead(url)).toEqual({ status: 307, location })
  })

  it.each([
    ['/deals/A-Trust-2002-1', '/deals/a-trust-2002-1'],
    ['/deals/A-TRUST-2002-1/source?at=1:2-3', '/deals/a-trust-2002-1/source?at=1:2-3'],
    ['/api/deals/A-Trust-2002-1.xlsx?filing=0123abcd', '/api/deals/a-trust-2002-1.xlsx?filing=0123abcd'],
  ])('%s has a slug in large letters, and leads to %s', async (url, location) => {
    expect(await lead(url)).toEqual({ status: 308, location })
  })

  it.each([
    ['/'],
    ['/deals/a-trust-2002-1'],
    ['/deals/a-trust-2002-1?filing='],
    ['/deals/a-trust-2002-1?measure=count'],
    ['/deals/a-trust-2002-1/source?filing=0123abcd'],
    ['/deals/a-trust-2002-1/ledger/0123abcd?filing=4567abcd'],
    ['/api/deals/a-trust-2002-1?filing=0123abcd'],
    ['/deals/B-Trust-2002-1'],
    ['/Deals/a-trust-2002-1'],
  ])('%s is where it is', async url => expect(await lead(url)).toBeNull())

  it('lets what answers the address tell what is wrong with the library', async () => {
    const broken = () => Promise.reject(new Error('locked'))
    expect(await leadAddress('/deals/A-Trust-2002-1', broken)).toBeNull()
  })
})
