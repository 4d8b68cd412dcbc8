import type { TapeKind } from '../tape/schema.ts'
import { schemaOf } from '../tape/schema.ts'
import { drawFrom } from './draw.ts'

/** How many loans the tape that comes along has. */
const usualLoans = 1000
const states = ['CA', 'TX', 'FL', 'NY', 'OH', 'GA', 'IL', 'NC', 'PA', 'WA']
const kind: TapeKind = 'auto-loan'

/** About normal, from -1 to 1, most near nothing. */
const bell = (draw: () => number) => (draw() + draw() + draw() + draw() - 2) / 2

function loanOf(draw: () => number, order: number): Record<string, string> {
  const original = Math.max(3000, 28_000 + 22_000 * bell(draw))
  const term = [36, 48, 60, 60, 72, 72, 75, 84][Math.floor(draw() * 8)] ?? 60
  const age = Math.floor(draw() * Math.min(term - 1, 40))
  const left = original * (1 - age / term) * (0.95 + 0.1 * draw())
  const score = Math.round(700 + 160 * bell(draw))
  const rate = Math.max(0.009, 0.075 - (score - 700) * 0.0003 + 0.04 * bell(draw))
  return {
    assetTypeNumber: 'Generated',
    assetNumber: String(100_001 + order),
    reportingPeriodEndingDate: '06-30-2025',
    originalLoanAmount: original.toFixed(2),
    vehicleValueAmount: (original / (0.65 + 0.5 * draw())).toFixed(2),
    originalLoanTerm: String(term),
    remainingTermToMaturityNumber: String(term - age),
    originalInterestRatePercentage: rate.toFixed(4),
    ...(draw() < 0.97 && { obligorCreditScore: String(Math.min(850, Math.max(420, score))) }),
    obligorGeographicLocation: states[Math.floor(draw() ** 2 * states.length)] ?? 'CA',
    paymentToIncomePercentage: Math.min(0.4, 0.02 + 0.16 * draw()).toFixed(4),
    reportingPeriodActualEndBalanceAmount: left.toFixed(2),
  }
}

/** The text of a loan-level exhibit of invented auto loans, the same for the same seed: what calibration asks where no tape is kept. */
export function generateTape(seed: number, loans = usualLoans): string {
  const draw = drawFrom(seed)
  const assets = Array.from({ length: loans }, (_, order) => {
    const elements = Object.entries(loanOf(draw, order)).map(
      ([name, value]) => `  <${name}>${value}</${name}>`,
    )
    return [' <assets>', ...elements, ' </assets>'].join('\n')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<assetData xmlns="${schemaOf(kind).namespace}">\n${assets.join('\n')}\n</assetData>\n`
}
