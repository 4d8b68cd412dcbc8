import { describe, expect, it } from 'vitest'
import { printExhibit } from '../testing/print-exhibit.ts'
import { loanKeeper } from './loans-of-filing.ts'

/** So many invented auto loans, of which the first has a hundred dollars left. */
const exhibitOf = (loans: number) =>
  printExhibit(
    'auto-loan',
    Array.from({ length: loans }, (_, index) => ({
      assetNumber: String(index + 1),
      reportingPeriodActualEndBalanceAmount: `${100 + index}.50`,
      obligorCreditScore: '700',
    })),
  )

function keeperOf(texts: Record<string, string>, most?: number) {
  const asked: string[] = []
  const findBytes = async (sha256: string) => {
    asked.push(sha256)
    const text = texts[sha256]
    return text === undefined ? null : new TextEncoder().encode(text)
  }
  const loansOf = loanKeeper({ findTape: async () => null, findBytes }, most)
  return { loansOf, asked }
}

describe('the loans of a filing', () => {
  it('are read from its bytes once, for all who ask at the same time', async () => {
    const { loansOf, asked } = keeperOf({ one: exhibitOf(3) })
    const [first, second] = await Promise.all([loansOf('one'), loansOf('one')])
    expect(first?.loans.map(({ balanceCents }) => balanceCents)).toEqual([10050, 10150, 10250])
    expect(first?.from.assets.lineOf(1, 'assetNumber')).toBe(9)
    expect(second).toBe(first)
    expect(await loansOf('one')).toBe(first)
    expect(asked).toEqual(['one'])
  })

  it('are none where a filing holds no exhibit, or one that breaks off', async () => {
    const { loansOf } = keeperOf({ plain: 'A prospectus of 2002.\n', cut: exhibitOf(3).slice(0, 200) })
    expect(await loansOf('plain')).toBeNull()
    expect(await loansOf('cut')).toBeNull()
    expect(await loansOf('unknown')).toBeNull()
  })

  it('leave when others need their room, the longest unasked first', async () => {
    const { loansOf, asked } = keeperOf({ one: exhibitOf(3), two: exhibitOf(3), three: exhibitOf(3) }, 7000)
    await loansOf('one')
    await loansOf('two')
    await loansOf('one')
    await loansOf('three')
    await loansOf('one')
    expect(asked).toEqual(['one', 'two', 'three'])
    await loansOf('two')
    expect(asked).toEqual(['one', 'two', 'three', 'two'])
  })

  it('are asked for again after a failure', async () => {
    let fails = true
    const findBytes = async () => {
      if (fails) throw new Error('The disk is gone.')
      return new TextEncoder().encode(exhibitOf(1))
    }
    const loansOf = loanKeeper({ findTape: async () => null, findBytes })
    await expect(loansOf('one')).rejects.toThrow('The disk is gone.')
    fails = false
    expect((await loansOf('one'))?.loans).toHaveLength(1)
  })
})
