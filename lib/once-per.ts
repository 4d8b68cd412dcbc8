/** Counts up whenever all answers are forgotten. */
let era = 0

/**
 * Forget the answers of the functions below, as before another filing is read. Saves time: while a list of them lives, all
 * that its answers hold is copied by each small collection of garbage, whether anybody else holds their objects or not.
 */
export function forgetAnswers(): void {
  era++
}

/**
 * The same function, which computes its answer once for each object and gives it again until the object is forgotten, or
 * all answers are.
 *
 * Only for objects that nobody changes any more, as the tables of a filing once they are read.
 */
export function oncePer<Subject extends object, Answer>(
  compute: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  let known = new WeakMap<Subject, { answer: Answer }>()
  let since = era
  return subject => {
    if (since !== era) {
      known = new WeakMap()
      since = era
    }
    const old = known.get(subject)
    if (old !== undefined) return old.answer
    const answer = compute(subject)
    known.set(subject, { answer })
    return answer
  }
}

/** The same for a function of an object and a second thing, which are few for each object. */
export function oncePerPair<Subject extends object, Second, Answer>(
  compute: (subject: Subject, second: Second) => Answer,
): (subject: Subject, second: Second) => Answer {
  const known = oncePer((_subject: Subject) => new Map<Second, { answer: Answer }>())
  return (subject, second) => {
    const answers = known(subject)
    const old = answers.get(second)
    if (old !== undefined) return old.answer
    const answer = compute(subject, second)
    answers.set(second, { answer })
    return answer
  }
}
