import { describe, expect, it } from 'vitest'
import { inventedOffice } from '../testing/invented-exhibit.ts'
import { libraryForTests } from '../testing/library-for-tests.ts'
import { printExhibit } from '../testing/print-exhibit.ts'
import { findOneLoan, propertiesOnPage } from './one-loan.ts'

const opened = libraryForTests()
const named = (name: string) => [{ propertyName: name, propertyState: 'TX' }]

async function open(text: string) {
  const { sha256 } = await opened.library.keepFiling(Buffer.from(text), 'ex102.xml')
  const loans = await opened.library.findLoans(sha256)
  if (loans === null) throw new Error('No loan was read.')
  return { sha256, loans }
}

describe('one loan', () => {
  it('has the properties listed behind it, and what stands in it of all of them apart', async () => {
    const { sha256, loans } = await open(
      printExhibit('cmbs', [
        { ...inventedOffice, property: named('Harbor Portfolio') },
        { assetNumber: '1-001', property: named('Harbor East') },
        { assetNumber: '1-002', property: named('Harbor West') },
      ]),
    )
    const loan = await findOneLoan(opened.library, sha256, loans, { number: '1', line: null })
    const nameOf = (one: { fields: { field: string; value: unknown }[] } | null | undefined) =>
      one?.fields.find(({ field }) => field === 'propertyName')?.value
    expect(loan?.propertyCount).toBe(2)
    expect(nameOf(loan?.together)).toBe('Harbor Portfolio')
    expect(loan?.properties.map(nameOf)).toEqual(['Harbor East', 'Harbor West'])
  })

  it('of more properties than a page shows has some of them, each field at its place', async () => {
    const count = propertiesOnPage * 2 + 5
    const properties = Array.from({ length: count }, (_, order) => named(`House ${order + 1}`)).flat()
    const { sha256, loans } = await open(
      printExhibit('cmbs', [{ ...inventedOffice, assetNumber: '7', property: properties }]),
    )
    const loan = await findOneLoan(opened.library, sha256, loans, {
      number: '7',
      line: null,
      properties: { from: 2 * propertiesOnPage, count: propertiesOnPage },
    })
    expect(loan).toMatchObject({ propertyCount: count, propertiesBefore: 40, together: null })
    expect(loan?.properties.map(({ fields }) => fields[0]?.value)).toEqual([
      'House 41',
      'House 42',
      'House 43',
      'House 44',
      'House 45',
    ])
    for (const { fields } of loan?.properties ?? [])
      for (const { at, value } of fields) expect(at.end - at.start).toBe(String(value).length)
  })
})
