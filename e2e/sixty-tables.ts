import { sixtyTables } from '../lib/fixtures/invented/sixty-tables.ts'
import { withStrata } from '../lib/testing/with-strata.ts'
import { addFilings } from './filings.ts'
import { test } from './strata.ts'

/** On a library that holds the filing of sixty tables alone, shared by the tests of a worker. */
export const sixtyTablesTest = test.extend<object, { sixty: string }>({
  sixty: [
    async ({ browserName: _ }, use) =>
      withStrata(async strata => {
        await addFilings(strata, sixtyTables)
        await use(strata.url)
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
  strata: async ({ sixty }, use) => use({ url: sixty, dataFolder: '' }),
})
