import { type Message, message } from './message.ts'

const account = 'You get this because you have an account at Mettle.'

export const codeMail = (code: string): Message =>
  message(`Your code: ${code}`, {
    fact: `Your code for Mettle is ${code}. It works once, for ten minutes, in the browser you asked from.`,
    why: 'You get this because somebody typed your address at Mettle. If it was not you, leave it be.',
  })

export const invitationMail = (organization: string, role: string, link: string): Message =>
  message(`${organization} invites you to Mettle`, {
    fact: `${organization} invites you to join as a ${role}.`,
    link,
    why: 'You get this because an admin there typed your address. The link works for this address only.',
  })

export const workWaitsMail = (link: string): Message =>
  message('An answer waits for your review', {
    fact: 'An answer has waited a day for somebody to read it, and you can.',
    more: 'One review takes about five minutes.',
    link,
    why: account,
  })

export const feedbackReadyMail = (challenge: string, link: string): Message =>
  message('Your result is ready', {
    fact: `Your answers in "${challenge}" have been judged.`,
    link,
    why: account,
  })

export const badgeIssuedMail = (skill: string, link: string): Message =>
  message(`Your badge: ${skill}`, {
    fact: `You have a signed badge for ${skill}. Nobody sees it until you say so.`,
    link,
    why: account,
  })

export const visibilityMail = (on: boolean, link: string): Message =>
  message(on ? 'Employers can find you now' : 'Employers no longer find you', {
    fact: on
      ? 'You switched visibility on. Approved employers see what you ticked, and not who you are.'
      : 'You are not shown to employers any more.',
    link,
    why: account,
  })

export const visibilityEndsSoonMail = (link: string): Message =>
  message('Employers can find you for two weeks more', {
    fact: 'Your consent to be found by employers ends in two weeks. Only you can renew it.',
    link,
    why: account,
  })

export const visibilityPausedMail = (link: string): Message =>
  message('Employers no longer find you', {
    fact: 'The last badge you showed to employers has ended, so there is no card of you until you show another.',
    link,
    why: account,
  })

export const openingDecidedMail = (title: string, approved: boolean, link: string): Message =>
  message(approved ? 'Your opening was approved' : 'Your opening was declined', {
    fact: approved
      ? `"${title}" was approved: you can search for people now.`
      : `"${title}" was not approved. The reason stands beside it.`,
    link,
    why: account,
  })

export const employerDecidedMail = (approved: boolean, link: string): Message =>
  message(approved ? 'You may hire through Mettle' : 'Your application was declined', {
    fact: approved
      ? 'Your organization was approved for twelve months. Next: describe an opening.'
      : 'Your application as an employer was declined.',
    link,
    why: account,
  })

export const requestReceivedMail = (employer: string, title: string, link: string): Message =>
  message('You are asked for an interview', {
    fact: `${employer} asks you for an interview: ${title}.`,
    more: 'They do not know who you are unless you accept. Declining costs nothing.',
    link,
    why: account,
  })

export const requestAnsweredMail = (answer: string, title: string, link: string): Message =>
  message(`Answer: ${title}`, {
    fact: `Your interview request for "${title}" was answered: ${answer}.`,
    link,
    why: account,
  })

export const interviewBookedMail = (title: string, link: string, calendar: string): Message => ({
  ...message(`Interview: ${title}`, {
    fact: `The interview for "${title}" has a time. The calendar file is attached.`,
    link,
    why: account,
  }),
  attachment: { name: 'interview.ics', type: 'text/calendar', content: calendar },
})

export const requestReturnedMail = (title: string, link: string): Message =>
  message('An interview request came back', {
    fact: `Your interview request for "${title}" was not delivered: this person is not available any more.`,
    link,
    why: account,
  })

export const requestEndedMail = (title: string, how: string, link: string): Message =>
  message(`Interview request: ${how}`, {
    fact: `The interview request for "${title}" has ended: ${how}.`,
    link,
    why: account,
  })

export const requestExpiresMail = (title: string, link: string): Message =>
  message('An interview request ends tomorrow', {
    fact: `The request for "${title}" can be answered until tomorrow.`,
    link,
    why: account,
  })

export const promiseMissedMail = (challenge: string, newDate: string, link: string): Message =>
  message('Your result takes longer than we said', {
    fact: `Your answers in "${challenge}" are not judged yet. The new date is ${newDate}.`,
    link,
    why: account,
  })

export const workLateMail = (link: string): Message =>
  message('Work is past its promise', {
    fact: 'A submission in your programme is about to miss, or has missed, its date.',
    link,
    why: 'You get this because you are an admin of the programme.',
  })

export const distressingAnswerMail = (submissionId: string, link: string): Message =>
  message('A reviewer was worried by an answer', {
    fact: `A reviewer gave an answer back because it distressed them. Submission ${submissionId}.`,
    more: 'Please look into it soon: somebody may need help, the author or the reviewer.',
    link,
    why: 'You get this because you are an admin of the programme.',
  })
