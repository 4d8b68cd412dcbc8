import { zstdCompressSync } from 'node:zlib'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'
import type { Loans } from '../tape/loans.ts'
import type { ValueTable } from '../tape/table-of-values.ts'
import { isOnPostgres, placeForTests, removePlace } from '../testing/library-place.ts'
import { printExhibit } from '../testing/print-exhibit.ts'
import type { Library } from './library.ts'
import { type LibraryPlace, libraryFiles } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

let place: LibraryPlace
let library: Library

const open = () => openLibrary({ ...place, writer: writeWith(readFiling), readerVersion: '1' })
beforeEach(async () => {
  place = await placeForTests()
  library = open()
})
afterEach(async () => {
  await library.close()
  await removePlace(place)
})

const exhibit = new TextEncoder().encode(
  printExhibit('cmbs', [
    {
      assetTypeNumber: 'Prospectus Loan ID',
      assetNumber: '1',
      originalLoanAmount: '10000000.00',
      scheduledPrincipalBalanceSecuritizationAmount: '9000000.25',
      interestRateSecuritizationPercentage: '0.06250000',
      property: [
        { propertyName: 'Łódź House', propertyState: 'NY' },
        { propertyName: 'Pier 7', propertyState: 'NJ' },
      ],
    },
    { assetNumber: '1-001', property: [{ propertyState: 'TX' }] },
    {
      assetNumber: '2',
      scheduledPrincipalBalanceSecuritizationAmount: '500000.00',
      maturityDate: '03-06-2034',
    },
  ]),
)

/** All that a table says, each value with its line. */
const sayTable = (table: ValueTable) =>
  Array.from({ length: table.length }, (_, row) => [
    table.lineOfRow(row),
    ...table.fields.map(field => [field, table.get(row, field), table.lineOf(row, field)]),
  ])
const sayLoans = (loans: Loans | null) =>
  loans && {
    loans: loans.loans,
    balance: loans.balance,
    paidOff: loans.paidOff,
    owners: loans.from.assetOfProperty,
    assets: sayTable(loans.from.assets),
    properties: sayTable(loans.from.properties),
  }

function readAgain() {
  const read = readFiling(exhibit, 'a.xml')
  return 'refusal' in read ? null : sayLoans(read.loans)
}

/** Change the library’s file behind its back. */
function change(statement: string, ...given: Uint8Array[]): void {
  const connection = new SqliteDatabase(libraryFiles(place.folder)[0])
  connection.prepare(statement).run(...given)
  connection.close()
}

/** Another exhibit in the place of the original: whoever reads that again reads one loan. */
function replaceOriginal(): void {
  const other = printExhibit('auto-loan', [{ assetNumber: '7', originalLoanAmount: '100.00' }])
  change('update raw_filing set zstd = ?', zstdCompressSync(Buffer.from(other)))
}

describe('the columns of a tape', () => {
  it('say what the exhibit says, each value at its line', async () => {
    const { sha256 } = await library.keepFiling(exhibit, 'a.xml')
    const expected = readAgain()
    expect(expected?.assets).toHaveLength(3)
    expect(sayLoans(await library.findLoans(sha256))).toEqual(expected)
    expect(await library.findTapes(['unknown', sha256])).toEqual([sha256])
  })

  it.skipIf(isOnPostgres)(
    'are what loans are read from; in another layout, or without them, the original is',
    async () => {
      const { sha256 } = await library.keepFiling(exhibit, 'a.xml')
      await library.close()
      replaceOriginal()
      library = open()
      expect(sayLoans(await library.findLoans(sha256))).toEqual(readAgain())
      for (const without of ['update tape set layout = 0', 'delete from tape_column']) {
        await library.close()
        change(without)
        library = open()
        expect((await library.findLoans(sha256))?.loans).toHaveLength(1)
      }
    },
  )

  it.skipIf(isOnPostgres)('are written anew when a filing is read again, and go with it', async () => {
    const { sha256, deal } = await library.keepFiling(exhibit, 'a.xml')
    await library.close()
    change('delete from tape_column')
    change('delete from tape')
    library = openLibrary({ ...place, writer: writeWith(readFiling), readerVersion: '2' })
    await library.bringUpToDate()
    await library.close()
    replaceOriginal()
    library = open()
    expect(sayLoans(await library.findLoans(sha256))).toEqual(readAgain())
    const slugs = [deal?.slug ?? '']
    await library.changeDeals({ what: 'delete', slugs })
    expect(await library.findLoans(sha256)).toBeNull()
    await library.changeDeals({ what: 'erase', slugs })
    await library.close()
    const connection = new SqliteDatabase(libraryFiles(place.folder)[0])
    expect(connection.prepare('select count(*) from tape_column').pluck().get()).toBe(0)
    connection.close()
    library = open()
  })
})
