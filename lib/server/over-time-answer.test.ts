import { expect, it } from 'vitest'
import { exhibitOf, type InventedMonth, inventMonths, submissionOf } from '../testing/invented-months.ts'
import { libraryForTests } from '../testing/library-for-tests.ts'
import { findTape } from './find-tape.ts'
import { answerOverTime } from './over-time-answer.ts'

const opened = libraryForTests()

it('counts the amendment of a month, and shows it, whichever was added first', async () => {
  const [month] = inventMonths(1)
  if (!month) throw new Error('No month.')
  const lacking = { ...month, assets: month.assets.slice(0, -1) }
  for (const [order, amendsFirst] of [true, false].entries()) {
    const trust = `Rowan Auto Trust 2024-${order + 1}`
    const original = submissionOf(lacking, trust, 'Rowan Auto Funding LLC')
    const amendment = submissionOf(month, trust, 'Rowan Auto Funding LLC')
      .replace('SUBMISSION TYPE:	ABS-EE', 'SUBMISSION TYPE:	ABS-EE/A')
      .replace('FILED AS OF DATE:		20240131', 'FILED AS OF DATE:		20240301')
    const kept: (readonly [text: string, name: string])[] = [
      [amendment, 'amendment.txt'],
      [original, 'original.txt'],
    ]
    let slug = ''
    for (const [text, name] of amendsFirst ? kept : kept.toReversed())
      slug = (await opened.library.keepFiling(Buffer.from(text), name)).deal?.slug ?? ''
    const deal = await opened.library.findDeal(slug)
    expect(deal?.filings.map(({ name }) => name)).toEqual(['amendment.txt', 'original.txt'])
    const answer = await answerOverTime(opened.library, slug)
    if ('code' in answer) throw new Error(answer.detail)
    const [only] = answer.months
    expect(only?.filing).toBe(deal?.filings[0]?.sha256)
    expect(only?.alsoIn).toEqual([deal?.filings[1]?.sha256])
    expect(only?.amounts.end?.cents).toBe(month.endCents)
  }
})

/** The month in which all that is left is paid. */
function paidUp(month: InventedMonth): InventedMonth {
  const assets = month.assets.map(asset => ({
    ...asset,
    actualPrincipalCollectedAmount: asset.reportingPeriodBeginningLoanBalanceAmount ?? '',
    reportingPeriodActualEndBalanceAmount: '0.00',
    zeroBalanceCode: '1',
  }))
  return { ...month, assets, endCents: 0 }
}

it('shows the month in which all loans were paid with its deal, with nothing left and all that was collected', async () => {
  const [first, last] = inventMonths(2, 12, 'P')
  if (!first || !last) throw new Error('No months.')
  const kept = await opened.library.keepFiling(Buffer.from(exhibitOf(first)), 'first.xml')
  const slug = kept.deal?.slug ?? ''
  const paid = await opened.library.keepFiling(Buffer.from(exhibitOf(paidUp(last))), 'paid.xml')
  expect(paid.deal?.slug).toBe(slug)
  const answer = await answerOverTime(opened.library, slug)
  if ('code' in answer) throw new Error(answer.detail)
  expect(answer.months.map(({ loans, amounts }) => [loans, amounts.end?.cents])).toEqual([
    [first.assets.length - 1, first.endCents],
    [0, 0],
  ])
  expect(answer.months[1]).toMatchObject({
    amounts: { collected: { cents: last.beginning }, beginning: { cents: last.beginning } },
    left: [{ loans: last.assets.length, beginningCents: last.beginning }],
    gapCents: 0,
  })
  const deal = await opened.library.findDeal(slug)
  expect(deal?.summary.noStratifications?.message).toBe(
    `All ${last.assets.length} loans of this exhibit are paid: nothing is left of them at the end of the period.`,
  )
  // Who asks for loans without naming a month gets those that are left of one.
  const tape = deal && (await findTape(opened.library, deal, null))
  expect(tape && 'loans' in tape && tape.loans.loans.length).toBe(first.assets.length - 1)
})
