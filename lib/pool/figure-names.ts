/** A figure in short, as it heads a column, and what the abbreviation stands for. */
type FigureName = { name: string; meaning: string }

const names = new Map<string, FigureName>(
  Object.entries({
    balance: { name: 'Pool balance', meaning: 'Total balance of the loans' },
    loans: { name: 'Loans', meaning: 'Number of loans' },
    average: { name: 'Average balance', meaning: 'Pool balance divided by the number of loans' },
    wac: { name: 'WAC, gross', meaning: 'Weighted average coupon: the mortgage rate, averaged by balance' },
    'net-wac': {
      name: 'WAC, net',
      meaning: 'Weighted average coupon net of fees: the mortgage rate less fees, averaged by balance',
    },
    waltv: { name: 'WALTV', meaning: 'Weighted average original loan-to-value ratio' },
    wacltv: { name: 'WA CLTV', meaning: 'Weighted average combined loan-to-value ratio' },
    'credit-score': { name: 'WA credit score', meaning: 'Weighted average credit score' },
    wam: { name: 'WAM', meaning: 'Weighted average remaining term to maturity, in months' },
    'original-term': { name: 'WA original term', meaning: 'Weighted average original term, in months' },
    dti: { name: 'WA DTI', meaning: 'Weighted average debt-to-income ratio' },
    margin: { name: 'WA margin', meaning: 'Weighted average gross margin' },
    'loan-age': { name: 'WA loan age', meaning: 'Weighted average age of the loans, in months' },
    'largest-state': { name: 'Largest state', meaning: 'The state with the largest share of the balance' },
  }),
)

/** What people call a figure of a pool, by its id. */
export function nameFigure(id: string): FigureName {
  return names.get(id) ?? { name: id, meaning: id }
}
