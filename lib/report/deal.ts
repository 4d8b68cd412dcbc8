import { z } from 'zod'
import { placeSchema, printedOrNull, printedText } from './place.ts'

const exhibitMedium = z.enum(['included', 'paper', 'graphic', 'missing'])
export type ExhibitMedium = z.infer<typeof exhibitMedium>

const exhibitSchema = z.object({
  number: printedOrNull,
  description: printedOrNull,
  /** Place: the words that tell the medium, or where the exhibit is listed. */
  medium: z.object({ value: exhibitMedium, at: placeSchema }).nullable(),
  preparedBy: printedOrNull,
})
export type Exhibit = z.infer<typeof exhibitSchema>

export const dealSchema = z.object({
  depositor: printedOrNull,
  trust: printedOrNull,
  series: printedOrNull,
  securities: printedOrNull,
  sponsor: printedOrNull,
  seller: printedOrNull,
  masterServicer: printedOrNull,
  trustee: printedOrNull,
  underwriters: z.array(printedText),
  stateOfIncorporation: printedOrNull,
  fileNumber: printedOrNull,
  ein: printedOrNull,
  address: printedOrNull,
  phone: printedOrNull,
  formType: printedOrNull,
  eventDate: printedOrNull,
  agreementDate: printedOrNull,
  cutOffDate: printedOrNull,
  prospectusDate: printedOrNull,
  prospectusSupplementDate: printedOrNull,
  signedOn: printedOrNull,
  signatory: printedOrNull,
  signatoryTitle: printedOrNull,
  items: z.array(z.object({ number: printedText, title: printedOrNull })),
  exhibits: z.array(exhibitSchema),
})
export type Deal = z.infer<typeof dealSchema>
