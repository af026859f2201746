// `npm run measure:reading`: how hard our messages are to read, and the twenty hardest.
import { gradedMessages } from './reading/messages.ts'

const messages = gradedMessages()
const above = (grade: number) => messages.filter((message) => message.grade > grade).length
const percent = (count: number) => `${((100 * count) / messages.length).toFixed(1)} %`

console.log(`${messages.length} messages of eight words or more`)
console.log(`above grade 8: ${above(8)} (must be 0)`)
console.log(`above grade 6: ${above(6)}, ${percent(above(6))} (at most 5 %)`)
for (const { grade, name, text } of messages.slice(0, Number(process.env.SHOW ?? 20))) {
  console.log(`${grade.toFixed(1).padStart(5)}  ${name}\n       ${text}`)
}
