import { expect, it } from 'vitest'
import { askedFrom, chooseColumns, figureColumns } from './columns.tsx'
import { hrefOf, readView } from './view.ts'

const widths = (chosen: string) => chooseColumns(chosen).map(({ id, from }) => `${id} ${from}`)

it('shows the usual columns without a choice, and the chosen ones in their order', () => {
  expect(chooseColumns(undefined)).toEqual(figureColumns)
  expect(widths('wam,balance,nothing')).toEqual(['balance medium', 'wam medium'])
})

it('leaves what a narrow window has no room for to wider ones', () => {
  expect(widths('ltv,rate,states,largest')).toEqual([
    'ltv medium',
    'rate medium',
    'states large',
    'largest large',
  ])
  const all = figureColumns.map(({ id }) => id).join(',')
  expect(widths(all).at(-1)).toBe('largest wide')
})

it('shows fewer columns beside figures that are asked for, which need room too', () => {
  const beside = (asked: number) =>
    chooseColumns('balance,loans,wac,waltv', asked)
      .filter(({ from }) => from === 'medium')
      .map(({ id }) => id)
  expect(beside(0)).toEqual(['balance', 'loans', 'wac', 'waltv'])
  expect(beside(1)).toEqual(['balance', 'loans'])
  expect(beside(7)).toEqual(['balance'])
  expect([0, 1, 2, 4].map(askedFrom)).toEqual(['medium', 'medium', 'large', 'wide'])
})

it('keeps the choice in the address, as a form sends it or as one text', () => {
  expect(readView({ columns: ['wac', 'balance', '<x>'], q: 'a' }).view).toEqual({
    q: 'a',
    columns: 'wac,balance',
  })
  expect(hrefOf({ columns: 'wac,balance' }, { q: 'a' })).toBe('/?q=a&columns=wac,balance')
  expect(readView({ columns: '' }).view).toEqual({})
})
