import { expect, test } from 'vitest'
import { rowName } from './row-name.ts'

test.each([
  [{ label: 'Purchase' }, 'Purchase'],
  [{ label: 'Purchase', heading: 'First Mortgages' }, 'First Mortgages: Purchase'],
  [{ label: '15 Year', heading: 'Fixed Rate:' }, 'Fixed Rate: 15 Year'],
])('%o is named %s', (row, name) => expect(rowName(row)).toBe(name))
