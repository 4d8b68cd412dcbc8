import { expect, it } from 'vitest'
import { endsOfAverage } from './add-groups.ts'

const nothing = { stated: null, computed: null, bounds: null, from: null, decimals: 2, check: null }
const fails = { code: 'stated-figure-matches-the-rows', outcome: 'fail' } as const

it.each([
  ['what exact rows give', { stated: 6.76, computed: 6.7631, from: 'rows' }, [6.7631, 6.7631]],
  ['as stated, rounded by up to half of its last place', { stated: 325, decimals: 0 }, [324.5, 325.5]],
  ['what bounds it', { bounds: [70, 75] }, [70, 75]],
  [
    'all of these where a check fails',
    { stated: 80, decimals: 0, bounds: [70, 75], check: fails },
    [70, 80.5],
  ],
] as const)('an average that is weighed with others is %s', (_, known, ends) => {
  const bounds = 'bounds' in known ? ([...known.bounds] as [number, number]) : null
  expect(endsOfAverage({ ...nothing, ...known, bounds })).toEqual(ends)
})
