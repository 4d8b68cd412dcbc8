import { type PrintedAsset, printExhibit } from './print-exhibit.ts'

/** A month of an invented pool of auto loans: its assets as an exhibit has them, and what they come to, in cents. */
export type InventedMonth = {
  /** The last day of the period, as `YYYY-MM-DD`. */
  end: string
  assets: PrintedAsset[]
  beginning: number
  endCents: number
  losses: number
  paidOff: number
  byDays: Readonly<Record<string, number>>
}

const dollars = (cents: number) => (cents / 100).toFixed(2)
const monthFirst = (date: string) => date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2-$3-$1')
const daysBehind = [0, 0, 0, 0, 0, 0, 12, 31, 64, 95]
const states = ['TX', 'CA', 'OH', 'FL', 'NY']

/** > 2024-01 → 2024-01-31 */
function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 'YYYY-MM-DD'.length)
}

type Car = { number: string; original: number; left: number; rate: string; score: string; state: string }

function inventCars(loans: number, prefix: string): Car[] {
  return Array.from({ length: loans }, (_, index) => ({
    number: `${prefix}${1001 + index}`,
    original: 1_500_000 + ((index * 7919) % 200) * 10_000,
    left: 1_200_000 + ((index * 7919) % 200) * 8_000,
    rate: (0.03 + ((index * 31) % 90) / 1000).toFixed(4),
    score: String(560 + ((index * 37) % 260)),
    state: states[index % states.length] ?? 'TX',
  }))
}

/**
 * An invented trust's auto loans, month after month from January 2024: each pays a fiftieth of its original amount, every month
 * one is paid off early and, from the second on, one is charged off with what is left of it. Loans that are gone are listed for the
 * month in which they go and no more.
 */
export function inventMonths(months: number, loans = 40, prefix = 'A'): InventedMonth[] {
  let cars = inventCars(loans, prefix)
  return Array.from({ length: months }, (_, month) => {
    const end = lastDay(2024, month + 1)
    const sums = { beginning: 0, endCents: 0, losses: 0, paidOff: 0 }
    const byDays: Record<string, number> = {}
    const assets = cars.map((car, index): PrintedAsset => {
      const begins = car.left
      const scheduled = Math.round(car.original / 50)
      const isPaidOff = index === month
      const isLost = month > 0 && index === month + 5
      car.left = isPaidOff || isLost ? 0 : begins - scheduled
      const lost = isLost ? begins : 0
      const days = daysBehind[(index + month) % daysBehind.length] ?? 0
      sums.beginning += begins
      sums.endCents += car.left
      sums.losses += lost
      sums.paidOff += isPaidOff ? begins : 0
      if (car.left > 0) byDays[days] = (byDays[days] ?? 0) + 1
      return {
        assetTypeNumber: 'Contract',
        assetNumber: car.number,
        reportingPeriodBeginningDate: monthFirst(`${end.slice(0, 7)}-01`),
        reportingPeriodEndingDate: monthFirst(end),
        originationDate: '06/2023',
        originalLoanAmount: dollars(car.original),
        originalLoanTerm: '60',
        originalInterestRatePercentage: car.rate,
        obligorCreditScore: car.score,
        obligorGeographicLocation: car.state,
        remainingTermToMaturityNumber: String(50 - month),
        reportingPeriodBeginningLoanBalanceAmount: dollars(begins),
        scheduledPrincipalAmount: dollars(scheduled),
        actualPrincipalCollectedAmount: dollars(isLost ? 0 : begins - car.left),
        reportingPeriodActualEndBalanceAmount: dollars(car.left),
        currentDelinquencyStatus: String(days),
        ...(isPaidOff && { zeroBalanceCode: '1' }),
        ...(isLost && { zeroBalanceCode: '4', chargedoffPrincipalAmount: dollars(lost) }),
      }
    })
    cars = cars.filter(({ left }) => left > 0)
    return { end, assets, byDays, ...sums }
  })
}

/** The month's exhibit by itself. */
export function exhibitOf({ assets }: InventedMonth): string {
  return printExhibit('auto-loan', assets)
}

/** The same as it is filed, in a submission of Form ABS-EE that names the trust. */
export function submissionOf(month: InventedMonth, trust: string, depositor: string): string {
  const day = month.end.replaceAll('-', '')
  return `<SEC-DOCUMENT>0001999999-24-000123.txt : ${day}
<SEC-HEADER>0001999999-24-000123.hdr.sgml : ${day}
ACCESSION NUMBER:		0001999999-24-000123
CONFORMED SUBMISSION TYPE:	ABS-EE
PUBLIC DOCUMENT COUNT:		2
CONFORMED PERIOD OF REPORT:	${day}
FILED AS OF DATE:		${day}

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			${trust}
		CENTRAL INDEX KEY:			0001999999
		STANDARD INDUSTRIAL CLASSIFICATION:	ASSET-BACKED SECURITIES [6189]
</SEC-HEADER>
<DOCUMENT>
<TYPE>ABS-EE
<SEQUENCE>1
<FILENAME>absee.txt
<TEXT>
                                 UNITED STATES
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                  FORM ABS-EE

                 FORM FOR SUBMISSION OF ELECTRONIC EXHIBITS FOR
                            ASSET-BACKED SECURITIES

                                 ${trust}
               (Exact name of issuing entity as specified in its charter)

                                 ${depositor}
                 (Exact name of depositor as specified in its charter)
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-102
<SEQUENCE>2
<FILENAME>ex102.xml
<TEXT>
<XML>
${exhibitOf(month)}</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`
}
