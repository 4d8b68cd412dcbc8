import { z } from 'zod'
import { sourceHref } from '../../addresses/place-address.ts'
import { formatCountOf } from '../../format/index.ts'
import { candidatesSchema, chooseDeal, dealInput, filingInput } from '../choose-deal.ts'
import { newTool } from '../tool.ts'

const mostLines = 200
/** Filings in HTML may have a megabyte on a line. */
const mostCharacters = 2000

const answerSchema = z.object({
  filing: z.string(),
  name: z.string(),
  url: z.string(),
  lineCount: z.int(),
  lines: z.array(z.object({ line: z.int(), text: z.string(), isCut: z.boolean() })),
})

export const getSourceLinesTool = newTool({
  name: 'get_source_lines',
  title: 'Get lines of a filing',
  description: `Lines of a filing as they are printed, to check a figure by eye or to read what stands around it: ${mostLines} at a time.`,
  input: z.object({
    deal: dealInput,
    filing: filingInput,
    from: z.int().min(1).describe('First line, from 1.'),
    to: z.int().min(1).describe('Last line.'),
  }),
  output: z.object({ answer: answerSchema.nullable(), candidates: candidatesSchema }),
  run: async (desk, { deal, filing, from, to }) => {
    if (to < from) return { problem: '`to` comes before `from`.' }
    const chosen = await chooseDeal(desk, deal, filing)
    if ('problem' in chosen) return chosen
    if ('candidates' in chosen) return { answer: null, candidates: chosen.candidates }
    const { sha256, deal: record } = chosen
    const found = await desk.library.findLines(sha256, { from, to: Math.min(to, from + mostLines - 1) })
    if (found === null) return { problem: 'The filing is no longer in the library.' }
    if (from > found.lineCount)
      return { problem: `The filing has ${formatCountOf(found.lineCount, 'line')}.` }
    return {
      answer: {
        filing: sha256,
        name: record.filings.find(one => one.sha256 === sha256)?.name ?? '',
        url: `${desk.origin}${sourceHref(record.slug, sha256, null, from)}`,
        lineCount: found.lineCount,
        lines: found.lines.map((text, order) => ({
          line: found.first + order,
          text: text.slice(0, mostCharacters),
          isCut: text.length > mostCharacters,
        })),
      },
      candidates: [],
    }
  },
})
