import { expect, it } from 'vitest'
import { gridSettings } from '../grid/settings.ts'
import { clipTexts } from './clip-texts.ts'

it('leaves every text of a table as long as it is read', () => {
  const text = 'x'.repeat(gridSettings.longestText)
  const report = { title: text, loanGroup: text, buckets: [{ label: text }], columns: [{ header: text }] }
  expect(clipTexts(report)).toBe(report)
})

it('cuts what is longer, and says by how much', () => {
  const given = { label: 'x'.repeat(1100), note: 'y'.repeat(2500), short: 'z' }
  expect(clipTexts(given)).toEqual({
    label: `${'x'.repeat(1000)}… (100 more characters)`,
    note: `${'y'.repeat(2000)}… (500 more characters)`,
    short: 'z',
  })
})
