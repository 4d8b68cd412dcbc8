import { describe, expect, it } from 'vitest'
import { checkStratifications } from '@/lib/checks/index.ts'
import { inventTable } from '@/lib/fixtures/invented-table.ts'
import { estimateRooms } from './section-room.ts'

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, row) => ({
    label: `Row ${row}`,
    loanCount: 1,
    balanceCents: 1_000_000,
  }))
const roomsOf = (count: number) => {
  const table = inventTable({ rows: rowsOf(count) })
  return estimateRooms(table, checkStratifications({ stratifications: [table], statistics: [] }))
}

describe('the room kept for a section', () => {
  it('is as high as its chart where that is higher, else as its table', () => {
    expect(roomsOf(3).beside).toBe(292)
    expect(roomsOf(20).beside - roomsOf(19).beside).toBe(25)
  })

  it('is higher where the chart stands over the table', () => {
    expect(roomsOf(20).stacked).toBeGreaterThan(roomsOf(20).beside)
  })

  it('has room for what fails, as far as it is unfolded', () => {
    const table = inventTable({ rows: rowsOf(30) })
    for (const { values } of table.buckets) values.balancePct = 99
    const checks = checkStratifications({ stratifications: [table], statistics: [] })
    const failing = checks.filter(({ outcome }) => outcome === 'fail')
    expect(failing.length).toBeGreaterThan(5)
    const higher = estimateRooms(table, failing).beside - estimateRooms(table, []).beside
    expect(higher).toBe(62 + 5 * 68 + 24)
  })
})
