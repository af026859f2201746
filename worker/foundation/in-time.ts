/** The outcome of `work`, or an error if it takes longer than `patienceMs`. */
export async function inTime<Outcome>(
  work: Promise<Outcome>,
  patienceMs: number,
): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('This took too long.')), patienceMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
