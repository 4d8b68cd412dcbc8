import { describe, expect, it } from 'vitest'
import { ltvRows, rateRows, read, readNote, stated, tableWithNotes } from '../fixtures/noted-tables.ts'

describe('figures stated in footnotes', () => {
  it('recomputes an average rate from exact rows and says where it is printed', () => {
    const note = 'The weighted average mortgage rate of the mortgage loans was about 6.750% per annum.'
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([
      {
        key: 'wac',
        id: 'wac',
        loanGroup: null,
        unit: 'percent',
        stated: 6.75,
        decimals: 3,
        recomputed: 6.75,
        bounds: null,
        stratification: 'mortgage-rate',
        reason: null,
        at: { line: 7, start: note.indexOf('6.750') + 1, end: note.indexOf('6.750') + 6 },
      },
    ])
  })

  it.each([
    'The weighted average contract interest rate of the contracts was approximately 6.750% per annum.',
    'The weighted average Contract Rate of the receivables is 6.750%.',
    'The weighted average annual percentage rate of the contracts is 6.750%.',
    'The weighted average APR of the receivables was 6.750%.',
    'The weighted average of the mortgage rates is 6.750%.',
  ])('reads the average rate of contracts and receivables: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it.each([
    'The Contract Rates ranged from 5.00% to 9.00%, with a weighted average Contract Rate of 6.750%.',
    'The Contract Rates of the contracts range from 5.00% to 9.00%, with a weighted average of 6.750%.',
    'The mortgage rates ranged from 5.00% to 9.00% per annum, with a weighted average thereof of about 6.750%.',
    'The note rate on the loans varies from a low of 5.00% to a high of 9.00%, the weighted average being 6.750%.',
    'The weighted average of the mortgage rates, which are between 5.00% and 9.00%, is 6.750%.',
    'The weighted average original LTV is 72.00% and the interest rates are between 5.00% and 9.00%, with a weighted average of 6.750%.',
  ])('reads an average that a range names, and one beside a range: %s', note => {
    const statistics = readNote('mortgage-rate', rateRows, note)
    expect(statistics.filter(({ id }) => id === 'wac')).toMatchObject([{ stated: 6.75 }])
  })

  it.each([
    'The Contract Rates ranged from 5.00% to 9.00%, with a weighted average of 72.00%.',
    'The Contract Rates ranged from 5.00% to 9.00%, with a weighted average of the net rates of 6.750%.',
    'The balances ranged from 5.00% to 9.00% of the pool, with a weighted average of 6.750%.',
    'The rates of the contracts with balances over $50,000 ranged from 5.00% to 9.00%, with a weighted average of 6.750%.',
    'The weighted average Contract Rate of the contracts with balances over $50,000 was 6.750%.',
  ])('reads no average that may be of something else: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([])
  })

  it.each([
    'The weighted average mortgage rate of the second liens is 6.750%.',
    'The weighted average mortgage rate of the Fixed Rate Loans is 6.750% and of the Adjustable Rate Loans is 8.250%.',
    'The weighted average mortgage rate of the loans replaced is 6.750%.',
    'The weighted average mortgage rate of the borrowers in California was 6.750%.',
    'The mortgage loans serviced by Harrow had a weighted average mortgage rate of 6.750%.',
    'The balloon loans have a weighted average mortgage rate of 6.750%.',
    'Approximately 30% of the mortgage loans bear a weighted average mortgage rate of 6.750%.',
    'The mortgage rates of the balloon loans ranged from 5.00% to 9.00%, with a weighted average of 6.750%.',
    'The weighted average mortgage rate, less the servicing fee, is 6.750%.',
    'The weighted average mortgage rate, if the subsequent mortgage loans are included, is 6.750%.',
    'In the prior transaction, Alder 2001-9, the weighted average mortgage rate was 6.750%.',
  ])('reads no average of a part of the loans, of others, or of what would be: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([])
  })

  it.each([
    'As of March 1, 2003, the Mortgage Loans had a weighted average mortgage rate of 6.750%.',
    'The weighted average mortgage rate of the Initial Mortgage Loans in the Mortgage Pool is 6.750%.',
    'Each of the mortgage loans bears interest, with a weighted average mortgage rate of 6.750%.',
    'The weighted average mortgage rate for all of the home equity loans as of the Cut-off Date was 6.750%.',
    'The 1,204 receivables have a weighted average mortgage rate of 6.750%.',
  ])('reads the average of all loans, whatever they are called: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it('reads the average of loans of one kind where the tables count no others', () => {
    const note = 'The weighted average mortgage rate of the Balloon Loans is 6.750%.'
    const { table, lines } = tableWithNotes('mortgage-rate', rateRows, [note])
    const columns = table.columns.map(column =>
      column.measure === 'loanCount' ? { ...column, header: 'Number of Balloon Loans' } : column,
    )
    expect(stated(read([{ ...table, columns }], lines))).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it('tells the adjusted rate from the plain one where the note says the rows are net', () => {
    const [net, gross] = readNote(
      'mortgage-rate',
      rateRows,
      'Insured loans are shown net of the premium. The weighted average mortgage rate (as so adjusted) is 6.750%. Without this adjustment the weighted average mortgage rate is 6.802%.',
    )
    expect(net).toMatchObject({ id: 'net-wac', stated: 6.75, recomputed: 6.75 })
    expect(gross).toMatchObject({ id: 'wac', stated: 6.802, recomputed: null, bounds: null })
    expect(gross?.reason).toContain('net rates')
  })

  it.each([
    'The effective weighted average loan-to-value ratio is 60.50%.',
    'The weighted average effective loan-to-value ratio is 60.50%.',
    'The weighted average loan-to-value ratio (net of mortgage insurance) is 60.50%.',
    'The weighted average combined LTV, after insurance, is 60.50%.',
    'The net weighted average LTV is 60.50%.',
  ])('takes a ratio net of insurance for none of the loans: %s', note => {
    expect(readNote('original-ltv', ltvRows, note)).toEqual([])
  })

  it('tells no net rate by a ratio that is net', () => {
    const note = 'Weighted average mortgage rate: 6.750% Weighted average LTV (net of MI): 61.50%'
    expect(readNote('mortgage-rate', rateRows, note)).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it('gives bounds where the rows are ranges, an open end counting as nothing', () => {
    const [waltv] = readNote(
      'original-ltv',
      ltvRows,
      'The weighted average original loan-to-value ratio is expected to be approximately 71.2%.',
    )
    expect(waltv).toMatchObject({
      id: 'waltv',
      stated: 71.2,
      decimals: 1,
      recomputed: null,
      bounds: [48.008, 76],
    })
  })

  it('keeps whole dollars of an average balance as cents and recomputes it from the total', () => {
    const [average] = readNote('current-balance', ltvRows, 'The average current loan balance is $100,000.')
    expect(average).toMatchObject({
      id: 'average-balance',
      stated: 10_000_000,
      decimals: 0,
      recomputed: 10_000_000,
    })
  })

  it('reads the largest postal code and the states without a name, though no table gives them', () => {
    const [states, postal] = readNote(
      'state',
      ltvRows,
      'Other covers 27 other states. Not more than 0.85% of the loans are secured by homes in any one zip code.',
    )
    expect(states).toMatchObject({ id: 'other-state-count', stated: 27, recomputed: null })
    expect(postal).toMatchObject({ id: 'largest-postal-code-pct', stated: 0.85 })
    expect(postal?.reason).not.toBeNull()
  })

  it.each([
    ['of some of the loans only', 'The weighted average mortgage rate of the loans with insurance is 7.1%.'],
    [
      'listed with "respectively"',
      'The weighted average mortgage rate and margin are 7.1% and 2.1%, respectively.',
    ],
    ['beyond which it lies', 'The weighted average mortgage rate is in excess of 7.1%.'],
    ['of another unit', 'The weighted average mortgage rate is paid for 355 months.'],
    ['among figures of a row', 'Weighted average mortgage rate: 7.10%   8.25%'],
    ['of the certificates', 'The average principal balance of a certificate is $5,000.'],
  ])('does not read a figure %s', (_, note) => {
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([])
  })

  it('takes a combined ratio for nothing else', () => {
    const [cltv] = readNote(
      'original-ltv',
      ltvRows,
      'The weighted average combined loan-to-value ratio is 81.5%.',
    )
    expect(cltv).toMatchObject({ id: 'wa-cltv', recomputed: null, bounds: null })
    expect(cltv?.reason).toBe('No table splits the pool by combined ltv.')
  })
})
