import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { sizeOfOther, sizeOfStratification } from './table-size.ts'

const read = (text: string) => {
  const reading = readFiling(Buffer.from(text), 'sizes.txt')
  if ('refusal' in reading) throw new Error(reading.refusal.message)
  return reading.report
}
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

const rows = Array.from({ length: 400 }, (_, order) => `${(order / 100 + 4).toFixed(3)}\t1\t1,000.00\t0.25\n`)
const rates = `Mortgage loans\nMortgage Rates\n\nRate\tLoans\tBalance\t% of Pool\n${rows.join('')}Total\t400\t400,000.00\t100.00\n`

describe('the size that a table is told to take', () => {
  test('is what it takes with its checks, or a little more', () => {
    const { stratifications, checks } = read(rates)
    const [table] = stratifications
    if (table === undefined) throw new Error('There is no table.')
    const size = bytesOf(table) + bytesOf(checks)
    expect(sizeOfStratification(table)).toBeGreaterThan(size)
    expect(sizeOfStratification(table)).toBeLessThan(size * 1.5)
  })

  test('is what it takes, or a little more, where it is kept as it is printed', () => {
    const list = rows.map(row => `Loan ${row.replace(/\t1\t/, '\tA1\t')}`)
    const { otherTables } = read(`Mortgage loans\nLoan\tClass\tBalance\tFactor\n${list.join('')}`)
    const [table] = otherTables
    if (table === undefined) throw new Error('There is no table.')
    expect(sizeOfOther(table)).toBeGreaterThan(bytesOf(table))
    expect(sizeOfOther(table)).toBeLessThan(bytesOf(table) * 4)
  })
})
