/** `node lib/setup/healthy.mjs`: ends with 0 when the Strata of this machine is ready, else with 1 and why. For containers. */
const url = `http://127.0.0.1:${process.env.PORT || 3000}/api/health`

try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(8000) })
  if (!answer.ok) process.stderr.write(`${await answer.text()}\n`)
  process.exitCode = answer.ok ? 0 : 1
} catch (fault) {
  process.stderr.write(`${url} does not answer: ${fault.cause?.message ?? fault.message}\n`)
  process.exitCode = 1
}
