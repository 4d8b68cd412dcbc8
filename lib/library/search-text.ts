import type { FilingReport, Printed } from '../report.ts'

/**
 * The words by which a filing can be found: names, parties, series, numbers, dates, and the states of its pool by code
 * and by name.
 */
export function searchText(report: FilingReport): string {
  const { deal, submission, file } = report
  const companies =
    submission?.companies.flatMap(company => [company.name, company.cik, company.fileNumber]) ?? []
  return [
    ...printedTexts(report),
    ...deal.underwriters.map(underwriter => underwriter.value),
    ...datesOf(report).flatMap(date => [date, dateInWords(date)]),
    ...companies,
    submission?.accession,
    file.name,
    ...placesOf(report),
  ]
    .filter(text => typeof text === 'string')
    .join('\n')
}

function printedTexts({ deal }: FilingReport): string[] {
  const texts: (Printed | null)[] = [
    deal.trust,
    deal.series,
    deal.depositor,
    deal.sponsor,
    deal.seller,
    deal.masterServicer,
    deal.trustee,
    deal.securities,
    deal.fileNumber,
    deal.ein,
    deal.stateOfIncorporation,
    deal.signatory,
  ]
  return texts.flatMap(text => text?.value ?? [])
}

function datesOf({ deal, submission }: FilingReport): string[] {
  const printed = [deal.signedOn, deal.eventDate, deal.agreementDate, deal.cutOffDate].map(
    date => date?.value,
  )
  return [...printed, submission?.filedOn].flatMap(date => date ?? [])
}

const longDate = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

function dateInWords(date: string): string | undefined {
  const day = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? undefined : longDate.format(day)
}

function placesOf({ stratifications }: FilingReport): string[] {
  const tables = stratifications.filter(table => table.buckets.some(bucket => bucket.code !== null))
  const places = tables.flatMap(table =>
    table.buckets.flatMap(({ code, label }) => (code === null || code === 'other' ? [] : [code, label])),
  )
  return [...new Set(places)]
}
