import { expect, it } from 'vitest'
import { inventMonths, submissionOf } from '../testing/invented-months.ts'
import { libraryForTests } from '../testing/library-for-tests.ts'
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
