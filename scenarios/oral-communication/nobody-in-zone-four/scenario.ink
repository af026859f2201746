# title: Nobody lives in zone four

// What the story remembers. Each is planted once and comes back later.
VAR start = "none"   // names: seven names on all five screens. call: Halina, Ferry Street, ten past six. text: a second text at 4:20.
VAR open = "none"    // seven: she sits down. house: the ring with no name on the map. chat: the note behind her voice, the choir is told wrong.
VAR lid = "none"     // line: the vans have the lid and the full barrel. note: you have heard it. times: she fills eleven things.
VAR hole = "none"    // sound: Wanjiru hears which key. number: Wanjiru and Mrs Byrne talk. place: Wanjiru knows where.
VAR under = false    // the average is 3:59 at seven, and the fifth chair stays until summer
VAR early = false    // the second valve is shut at two minutes to six: line + place, note + sound, times + number

// The calendar of every way stands in docs/content/nobody-in-zone-four.md.

Friday, four in the afternoon. It has rained since Tuesday. The help desk of the water works has five chairs and one big screen on the wall. # passage: opening
Twenty-three people are waiting, says the screen, and a call takes 4:10 on average. Under that sticks a yellow note from Tevita, who leads the desk: 4:00.
"At seven the number goes to head office," he says. "If it is over four minutes, they want to talk about the fifth chair." The fifth chair is Aroha's. She came last, and she looks after the chat window.
At half past three this text went to three hundred phones: SUPPLY INTERRUPTION IN PRESSURE ZONE 4, 18:00-21:00. FLUSH AFTER RESTORATION.
It means this. A pipe leaks, so seven streets have no water from six to nine tonight. Lime Street is one of them. After nine the water is brown at first, from rust, which hurts nobody. You let the cold tap run for ten minutes, until it is clear. The hot tap stays shut until then.
Nobody knows what zone 4 is. In this town only trams have zones, and tram zone 4 is the harbour, where nobody lives.
You put on your headset.
* [Type the seven street names for the whole desk to see. # choice: type-names]
  ~ start = "names"
* [Take the next call and find out what people need to know. # choice: next-call]
  ~ start = "call"
* [Ask Tevita to send a second text with the street names. # choice: second-text]
  ~ start = "text"
- -> call_one

== call_one
{start == "names":You take the names from the map, and you check each of them twice.|{start == "call":"Halina, from the hair salon in Ferry Street," says the next caller.|Tevita has head office on the line. You stand beside him for six minutes.}} # passage: call-one
{
- start == "names":
  Now all five screens have them. Aroha puts them into four chats at once. On the wall the twenty-three has become a twenty-seven.
- start == "call":
  "A lady is sitting here with red on her hair. At ten past six I must wash it out. Is that me, zone 4?" It is. "Then I wash it at ten to six," says Halina, "and she will be pink." Around you, the others are still passing the map from desk to desk.
- else:
  Over your empty chair a red light is on. Then he puts his hand on the telephone and reads your list. At twenty past four the second text goes out: NO WATER TONIGHT, 6 TO 9, and seven street names. "They will ask me why there are two," he says.
}
You press the green button. The red one has been broken since spring, so you cannot end a call or pass it on. Only the caller can hang up.
CALL ONE. Mrs Byrne, 14 Lime Street. Third call this week. Wednesday: noise, closed after 2:40. Thursday: noise, closed after 3:10.
"Good afternoon," says an old voice, in no hurry. "My name is Byrne. I have waited for nineteen minutes, and I read the newspaper. {start == "text":Just now my telephone made a sound, but I cannot look at it and talk into it. }You have written to me about a zone."
A line from Aroha jumps up on your screen. "Is the school in zone 4?? A choir is in there till eight. They want to know NOW."
* [Ask if now is good, or a call at seven. # choice: now-or-seven]
  ~ open = "seven"
* [Find her house on the map before you say anything. # choice: find-house]
  ~ open = "house"
* [Close the chat window and turn off its sound. # choice: close-chat]
  ~ open = "chat"
- -> the_zone

== the_zone
{open == "seven":"Now, please," says Mrs Byrne. "At seven I have guests."|{open == "house":There it is. Lime Street is in water zone 4, and so is the school.|The window shuts, and there is only her breath.}} # passage: the-zone
{
- open == "seven":
  You hear her pull up a chair and sit down. Tevita walks past behind you and holds up four fingers. Aroha gets a nod from you, which may mean yes or later.
- open == "house":
  You type a "yes" to Aroha. In the yard behind number fourteen the map shows a small blue ring with no name. "You are typing," says Mrs Byrne. "Then I will wait." She says nothing more until your keys are quiet.
- else:
  No, there is something else. Far behind her there is one thin, high note, like a wet finger on a glass. It may be the telephone. Across the desk Aroha looks at her screen, at you, and at her screen again.
}
"I have copied it on paper," says Mrs Byrne, and she reads it one word at a time. "Supply interruption in pressure zone 4. Now, I know my zones. I drove a tram for thirty-one years. Zone 4 is the harbour. I live in zone 2, and my ticket says so. So it does not mean me, does it?"
You hear her fold the paper. "I would not have called for that alone," she says. "But it sings again, as I told them on Wednesday."
Then she is quiet, because it is your turn.
# response: first
* [# answered: first]
- -> yes_yes

== yes_yes
"Yes, yes," says Mrs Byrne. She says it fast, like somebody who holds a door open for you. {open == "chat":The thin note goes on behind her.|A spoon goes round in a pot.} # passage: yes-yes
"I will tell you how it is," she says then. "On Wednesday the gentleman said, resonance in the domestic installation. On Thursday the lady said, fluctuation. I said yes, yes to them both, because they were so busy. I still do not know what I said yes to.
"Tonight eleven people come for soup. We all drove trams, and we do this once a year. They are on the train now. They come at half past six and stay until ten, and I cannot put them off. I have one kitchen and one toilet.
"And since Wednesday it sings, out in the yard. There is an iron lid in the ground, and my rain barrel stands on it. The barrel is full. I cannot move it, and I will not waste the water. At night it sings the loudest, and then very little comes out of my tap.
"So I would like to know two things. What do I do tonight? And what is it that sings?"
{open == "house":You look at the blue ring again. There is no word beside it.|There is no iron lid on any of your lists.} Nobody at the desk knows what it is. A fitter, who repairs pipes, is at work somewhere in the seven streets. Nobody can ring her, because her phone hangs on a fence. She rings you when she needs the desk. On the wall the clock of your call turns red. It shows 4:01.
# response: tonight
* [# answered: tonight]
- -> one_moment

== one_moment
"One moment," says Mrs Byrne. A pencil scratches on paper. # passage: one-moment # final
On the wall your call is nine minutes old, and thirty-one people are waiting. {start == "names":The others read from your list now, and their calls are short.|{start == "call":The map has gone round the desks twice.|Some callers have read both texts, and they ask which one is true.}} Tevita has put on a headset and takes calls himself.
What the desk writes about a call is a ticket. A ticket about noise goes into the list for next week, whatever stands in it. To reach the fitters' vans today, it needs a second page. Before she has put down her pencil, there is time for one thing more.
* [Fill in the page for the vans, and read it to her. # choice: van-page]
  ~ lid = "line"
* [Have her hold the telephone out over the barrel. # choice: hold-out]
  ~ lid = "note"
* [Go through the times for tonight with her again. # choice: times-again]
  ~ lid = "times"
- -> call_two

== call_two
{lid == "line":"Iron lid in the yard of 14," you read out. "Under a full rain barrel. It sings, and then the water is low."|{lid == "note":"Out there?" says Mrs Byrne. "In the rain?" But you hear her open an umbrella.|You say them one after the other, and she says them after you. Six, nine, the cold tap, ten minutes.}} # passage: call-two
{
- lid == "line":
  "Yes," says Mrs Byrne. This time she says it only once. Now the vans have it. While you typed she could only wait, and what stands on her paper about tonight, you have not heard. Then she hangs up.
- lid == "note":
  A door, steps, rain on cloth. Then you hear it: one high note, {open == "chat":the same one as before, only near|very thin}, which goes up a little at the end. You would know it again. "There," says Mrs Byrne. "Now somebody has heard it." Her shoes are wet, she says, and she hangs up. The second page is empty.
- else:
  Meanwhile she begins to fill things. You hear the bath, two buckets, the big pot, a vase. "That makes eleven," she says in the end, "one for each guest." Then she hangs up. The lid has not come up again, and the second page is empty.
}
"Twelve minutes," says Tevita. "That is two seconds on the wall." He says it like the weather.
CALL TWO, at twenty-five past five. In place of a number your screen says FITTER.
"Wanjiru, from the hole in Lime Street," says a voice over an engine. "I have one minute. I need two valves to shut off seven streets." A valve is a tap in the ground, for a whole street. "One of them I have. The plan shows the other in front of number twelve. I have dug there, and I have found a bicycle. If I do not have it at six, I must close at the tower. Then it is not three hundred homes, it is two thousand, the whole east side. Is there anything on your screen?"
You think of the lid at number fourteen. You do not know if it is hers.
* [Ask her what this valve would look and sound like. # choice: look-and-sound]
  ~ hole = "sound"
  ~ early = lid == "note"
* [Give her Mrs Byrne's number and let those two talk. # choice: her-number]
  ~ hole = "number"
  ~ early = lid == "times"
* [Say in one sentence where the lid is, and stop. # choice: say-where]
  ~ hole = "place"
  ~ early = lid == "line"
- -> forty_seconds

== forty_seconds
{hole == "sound":"An iron plate with a ring in it," says Wanjiru. "And when one of them leaks, it sings."|{hole == "number":You say the number once, and Wanjiru says it back.|"The iron lid is in the yard of fourteen, under a rain barrel."}} # passage: forty-seconds
{
- hole == "sound" && early:
  "Like this?" you ask, and you sing it to her. Two desks away somebody turns round. "Higher at the end?" says Wanjiru. "Then it is mine, and I know which key it needs. Where?" You tell her about the yard and the full barrel. Her minute has become three.
- hole == "sound":
  You tell her about the yard of fourteen, and the full barrel. "High or low?" she asks. That you cannot say. "Then I need both keys," says Wanjiru. "They are in the other van." Her minute has become three.
- hole == "number":
  She is gone. What the two of them say to each other, nobody at the desk can hear. You see only that the line of 14 Lime Street is busy, for a long time.
- else:
  "Fourteen," says Wanjiru, and she is gone. Fifteen seconds. It is the shortest call of the day. You still had a word ready about the barrel, that it is full.
}
CALL THREE, at a quarter to six, is to forty-one people at once.
"We cannot talk to each of them," says Tevita. "So I put a message on the line, and you speak it. Everyone who waits hears it, again and again. After forty seconds it cuts you off."
Aroha reads from the chat. "They ask four things. Is it me? Half of them look at their tram tickets. How long? Can I drink it when it comes back? And is it true that the whole east side goes dry? Somebody has written that in the town group."
"Nobody knows that yet," says Tevita. "At six we know. At five past six I can change the message."
{start == "names":Your list is on the screen in front of you:|Aroha has the names on her screen:} Lime Street, Bell Lane, Mill Lane, Ferry Street, School Street, Long Street, Short Street. The people who wait are in kitchens, in cars and in shops, with something in their hands and one ear free. {start == "call":Halina is number thirty. She has more ladies.}
Tevita gives you the microphone.
# response: message
* [# answered: message]
- -> six

== six
At ten to six the message goes out on the line. Some hear it once and hang up. Some hear it twice. # passage: six # final
{
- early:
  At two minutes to six Wanjiru rings. {hole == "sound":"Shut, with the first key," she says. "The pump has emptied the barrel.|{hole == "number":"Shut," she says. "Mrs Byrne has eleven things full of water, so she pulled the plug out of her barrel.|"Shut," she says. "The other van had your page. It said full, so they brought the pump.}} Seven streets, and not one house more." She hangs up before anybody can thank her.
- else:
  Six o'clock. The tower closes, and on the whole east side the taps cough, and no more water comes. On the wall the number goes to eighty-eight. Wanjiru rings. {hole == "sound":"The van with the keys and the pump is stuck behind a tram," she says. "I fetch the keys on foot."|{hole == "number":"She said yes, yes to me," she says. "So I stood at the front door, and she stood at the back. Now the pump is at the tower."|"That barrel is full," she says. "Nobody told me, and the pump is in the other van."}}
  At twenty to seven she rings again. "Shut, in the yard. The tower is open again. It took eleven people and a hat. Ask me on Monday." So now it is seven streets.
}
{open == "chat":"The choir," says Aroha. "They wanted it at once, so I told them that zone 4 is the harbour." She puts a hand over her eyes. "They have had no water for their tea."|{open == "house":The choir sends Aroha a picture. They have filled nine kettles.|Aroha has sent the choir to a hall with water, three stops away. One of them went to the harbour.}}
A quarter to seven. The wall says 4:02, and {early:nineteen|fifty-two} people are waiting. "Two seconds," says Tevita to the wall. Aroha does not look at it. Mrs Byrne has not rung again. The desk closes at seven, and you have time for one thing.
* [Take the calls that wait, one by one, until seven. # choice: waiting-calls]
  ~ under = true
  -> two_seconds
* [Write a new text for next time, and show Tevita. # choice: next-text]
  -> small_text
* [Ring Mrs Byrne and find out how her evening is. # choice: ring-her]
  {
  - early:
    -> quiet_yard
  - else:
    -> eleven_and_a_hat
  }

== two_seconds
"Is it me?" "Which street?" "Bell Lane." "Yes, until nine." You take six calls. A man asks who pays for his noodles. A child asks where the water is now, and that takes longer. # passage: ending-two-seconds
At seven the wall says 3:59. Nobody claps. Tevita takes the yellow note off the wall, folds it, and puts it in his shirt. Aroha lays a biscuit on your keys, and goes home by bicycle in the rain.
-> coda ->
{not early:On the heating a tram driver's hat is drying. "That one emptied half a barrel," says the card with it.} Then the first call of the week comes in. Mrs Byrne, 14 Lime Street. Fourth call. "It does not sing any more," says Mrs Byrne. "I thought that somebody would like to know." She hangs up. Nine seconds. "Can we have more of those?" says Tevita.
-> END

== small_text
A text has room for 160 letters. You write NO WATER TONIGHT, 6 TO 9, and the streets, and what to do after. Aroha counts 171. Behind you the telephones ring, and stop, and others ring. # passage: ending-small-text
"Who needs the sorry?" you ask. "Leave the sorry," says Aroha. In the end three streets become ST, and it has 159. The wall says 4:01, and it is seven o'clock. Tevita reads it. "They will want the zone in it," he says. Then he puts his own name under it.
-> coda ->
{not early:On the heating a tram driver's hat is drying. "That one emptied half a barrel," says the card with it.} Head office has sent your text back with one change. At the top it now says ZONE 4, and at the end the last word is cut off. "I am ringing them," says Tevita. "It may take more than four minutes."
-> END

== quiet_yard
It rings nine times. Then there are spoons, and eleven people who all talk at once. "Wait," says Mrs Byrne. A door, steps, rain on cloth. # passage: ending-quiet-yard
"There," she says. "Do you hear it?" You press the headset to your ear. "No," you say. "No," says Mrs Byrne. "I do not, either." For a time you both listen to it.
The barrel is empty, she tells you. {lid == "times":But eleven things in the house are full of water, and one of them is the vase.|With the fitter they are thirteen, and there is one toilet, so they count how often it is used.} Then she goes in, lays the telephone beside the bread, and forgets you. You cannot end the call. So at seven, when the wall says 4:01, you are listening to tram drivers. They sing all the stops of line 2, in order, and Wanjiru knocks on the table with a big key.
-> coda ->
A man has come about the red button. "How long has it been like this?" he asks. Nobody seems to know.
-> END

== eleven_and_a_hat
It rings nine times. "You must excuse me," says Mrs Byrne. "We are all wet." # passage: ending-eleven-and-a-hat
At half past six, she says, her guests came round the corner with flowers. In the yard stood a fitter with a big key, and the barrel stood on the lid. "So they emptied it by hand, with soup plates and cups. One of them used his hat, from 1988. Then the young woman turned her key, and it stopped in the middle of a note."
The soup is cold, she says. But there is water in everything she owns, and for one toilet that is no bad thing. Then she lays the telephone beside the bread, and forgets you. You cannot end the call. At seven the wall says 4:01. The tram drivers are telling Wanjiru about the winter when line 2 did not run. Each of them was the last to stop.
-> coda ->
For Tevita there is a parcel, still damp. In it is a hat. "For the two thousand," says the card. "Next time, somebody can use it."
-> END

== coda
On Monday the fifth chair is where it was, and Aroha is in it. "Until {under:summer|January}," says Tevita. {start == "names":Your seven names are still on all five screens. Nobody wants to be the one who takes them down.|{start == "call":There is a photo from Halina in the chat. A lady holds up both thumbs, under hair that is quite pink.|Head office has asked him why there were two texts. He is writing back, and he is on page three.}}
{open == "house":On the map the small blue ring behind number fourteen has a name at last.|On the map there is a new blue ring behind number fourteen, and it has a name.} Wanjiru was allowed to choose it. BYRNE, it says.
->->
