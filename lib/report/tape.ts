import { z } from 'zod'
import { placeSchema } from './place.ts'

/** How far behind its payments a loan is, in the buckets that the field prints, the best first; in payments where its form counts these. */
export const loanStatuses = [
  'current',
  'under-30',
  '30-59',
  '60-89',
  '90-and-over',
  'matured-performing',
  'matured-not-performing',
  'one-payment',
  'two-payments',
  'three-payments-and-over',
] as const
export type LoanStatus = (typeof loanStatuses)[number]

/** What a period reports in money: balances at both ends, and what came in or was lost between them. */
export const periodAmounts = [
  'beginning',
  'end',
  'scheduled',
  'unscheduled',
  'collected',
  'losses',
  'recovered',
] as const
export type PeriodAmount = (typeof periodAmounts)[number]

/** The sum of an element over the loans that give it, and how many do. */
const amountSchema = z.object({ field: z.string(), cents: z.number(), loans: z.int().min(1) })

const statusesSchema = z.object({
  /** The element that tells it. */
  field: z.string(),
  /** Only statuses that some loan has; with what is left of them at the end of the period where each loan tells it. */
  rows: z.array(
    z.object({ status: z.enum(loanStatuses), loans: z.int().min(1), balanceCents: z.number().nullable() }),
  ),
  /** Loans of which it is not told, and what is left of these. */
  untold: z.int().min(0),
  untoldCents: z.number().nullable(),
})

/** What an exhibit tells of its period, summed over all loans that it lists, paid-off ones too. */
const periodSchema = z.object({
  /** The first day of the period, as `YYYY-MM-DD`. */
  from: z.string().nullable(),
  /** All loans that the exhibit lists. */
  loans: z.int().min(0),
  /** Null of what no loan gives. */
  amounts: z.record(z.enum(periodAmounts), amountSchema.nullable()),
  /** Of loans that something is left of; null where no loan tells it, or its form has no element for it. */
  statuses: statusesSchema.nullable(),
  /** Loans that had a balance at the beginning and have none at the end, by the reason given; null where no balance at the beginning is told. */
  left: z
    .array(z.object({ reason: z.string().nullable(), loans: z.int().min(1), beginningCents: z.number() }))
    .nullable(),
})
export type TapePeriod = z.infer<typeof periodSchema>

/** The loans of a loan-level exhibit (EX-102), from which its tables are computed. */
export const tapeSchema = z.object({
  kind: z.enum(['cmbs', 'auto-loan', 'auto-lease', 'rmbs', 'debt-securities']),
  /** Loans that something is left of. */
  loans: z.int().min(0),
  /** Properties behind commercial loans, a row each. */
  properties: z.int().min(0),
  /** Loans of which nothing is left; they count nowhere. */
  paidOff: z.int().min(0),
  balanceCents: z.number(),
  /** The element that loans count with, and its words. */
  balanceField: z.string(),
  balanceName: z.string(),
  /** The end of the period reported, as `YYYY-MM-DD`. */
  asOf: z.string().nullable(),
  /** The elements that any loan or property gives. */
  fields: z.array(z.string()),
  period: periodSchema,
  /** What tells these loans from those of other deals, see `markLoans`. */
  marks: z.array(z.string()),
  at: placeSchema,
})
/** What lists and pages of a deal know of the loans of a filing, without opening its report. */
export const tapeFactsSchema = tapeSchema.pick({
  kind: true,
  loans: true,
  balanceCents: true,
  asOf: true,
  period: true,
  marks: true,
})
export type TapeFacts = z.infer<typeof tapeFactsSchema>

export type Tape = z.infer<typeof tapeSchema>
