# title: Nobody lives in zone four

// What the story remembers. Each is planted once and comes back later.
VAR start = "none"   // names: seven names on all five screens. call: Halina, Ferry Street, ten past six. text: a second text at 4:20.
VAR open = "none"    // seven: she sits down. house: the ring with no name on the map. chat: the note behind her voice, the choir is told wrong.
VAR lid = "none"     // line: the vans read about the lid and the full barrel at half past five. note: you have heard it. times: she fills eleven things.
VAR hole = "none"    // sound: Wanjiru hears what it sounds like. number: Wanjiru and Mrs Byrne talk. place: Wanjiru knows where.
VAR under = false    // the average is 3:59 at seven, and the fifth chair stays until summer
VAR early = false    // the second valve is shut at two minutes to six: line with anything, note + sound, times + number

// The calendar of every way stands in docs/content/nobody-in-zone-four.md.

Friday, four o'clock, and rain since Tuesday. The help desk of the water works has five chairs and one big screen on the wall. # passage: opening
Twenty-three people are waiting, says the screen, and a call takes 4:10 on average. Under that sticks a yellow note from Tevita, who leads the desk: 4:00.
"At seven the number goes to head office," he says. "If it is over four minutes, they want to talk about the fifth chair." The fifth chair is Aroha's. She came last, and she looks after the chat window.
At half past three this text went to three hundred phones: SUPPLY INTERRUPTION IN PRESSURE ZONE 4, 18:00-21:00. FLUSH AFTER RESTORATION.
It means this. A pipe leaks, so seven streets have no water from six to nine tonight. Lime Street is one of them. After nine the water is brown at first, from rust, which hurts nobody. You let the cold tap run for ten minutes. When it is clear, you can drink it. The hot tap stays shut until then.
Nobody knows what zone 4 is. In this town only trams have zones, and tram zone 4 is the harbour, where nobody lives.
* [Type the seven street names for the whole desk to see. # choice: type-names]
  ~ start = "names"
* [Take the next call and find out what people need to know. # choice: next-call]
  ~ start = "call"
* [Ask Tevita to send a second text with the street names. # choice: second-text]
  ~ start = "text"
- -> call_one

== call_one
{start == "names":Between calls you take the names from the map, and you check each of them twice.|{start == "call":"Halina, from the hair salon in Ferry Street," says the next caller.|Tevita has head office on the line. You stand beside him for fifteen minutes.}} # passage: call-one
{
- start == "names":
  Now all five screens have them. Aroha puts them into four chats at once. On the wall the twenty-three has become a twenty-seven.
- start == "call":
  "A lady is sitting here with red on her hair. At ten past six I must wash it out. Is that me, zone 4?" It is. "Then I wash it at ten to six," says Halina, "and she will be pink." Four more callers ask if it is them. Around you, the others still pass the map from desk to desk.
- else:
  A caller is waiting for you. Then he covers the telephone and reads the names you wrote down. At twenty past four the second text goes out: NO WATER TONIGHT, 6 TO 9, and seven street names. "They will ask me why there are two," he says.
}
At 4:22 you press the green button. The red one broke this morning, so you cannot end a call or pass it on. Only the other person can hang up.
CALL ONE. Mrs Byrne, 14 Lime Street. Third call this week. Wednesday: noise, closed after 2:40. Thursday: noise, closed after 3:10.
"Good afternoon," says an old voice, in no hurry. "My name is Byrne. I have waited for nineteen minutes. {start == "text":Just now my telephone made a sound, but I cannot look at it and talk into it. }You have written to me about a zone."
Aroha writes, "The school has one door in School Street and one in Park Road. Is it zone 4?? A choir is in there till eight. They want to know NOW."
* [Ask if you should talk now, or at five. # choice: now-or-seven]
  ~ open = "seven"
* [Find her house on the map before you speak. # choice: find-house]
  ~ open = "house"
* [Close the chat window and turn off its sound. # choice: close-chat]
  ~ open = "chat"
- -> the_zone

== the_zone
{open == "seven":"Now, please," says Mrs Byrne. "At five I have three pots on."|{open == "house":There it is. Lime Street is in water zone 4, and so is the school.|The window shuts, and there is only her breath.}} # passage: the-zone
{
- open == "seven":
  You hear her pull up a chair and sit down. Tevita walks past behind you and holds up four fingers. Aroha gets a nod from you, which may mean yes or later.
- open == "house":
  You type a "yes" to Aroha. In the yard behind number fourteen the map shows a small grey ring. No list explains it, and the map is older than the desk. "You are typing," says Mrs Byrne. "Then I will wait." She says nothing more until your keys are quiet.
- else:
  No, there is something else. Far behind her there is one thin, high note, like a wet finger on a glass. It may be the telephone. Across the desk Aroha looks at her screen and at you. Then she answers the choir herself.
}
"I have copied it on paper," says Mrs Byrne, and she reads it one word at a time. "Supply interruption in pressure zone 4. I drove a tram for thirty-one years, so I know my zones. Zone 4 is the harbour. I live in zone 2, and my ticket says so. So it does not mean me, does it?"
You hear her fold the paper. "I would not have called for that alone," she says. "But it sings again, as I told them on Wednesday."
Then she waits for you.
# response: first
* [# answered: first]
- -> yes_yes

== yes_yes
"Yes, yes," says Mrs Byrne. She says it fast, like somebody who holds a door open for you. {open == "chat":The thin note goes on behind her.|A spoon goes round in a pot.} # passage: yes-yes
"Now I will tell you all of it. On Wednesday the gentleman said, resonance in the domestic installation. On Thursday the lady said, fluctuation. I said yes, yes to them both, because they were so busy. I still do not know what I said yes to.
"Tonight eleven people come for soup. We all drove trams. They are on the train now. They come at half past six and stay until ten, and I cannot tell them not to come. I have one kitchen and one toilet.
"And since Wednesday it sings, out in the yard. My rain barrel takes all the water from the roof. It stands on an iron lid in the ground, between two walls, so nobody can tip it over. It is full, and full it stays, because I waste no water. In the evening, when everyone cooks, it sings the loudest, and then very little comes out of my tap.
"So I would like to know two things, slowly, for my paper. What I do tonight, and what it is that sings."
{open == "house":You look at the grey ring on the map again.|There is no iron lid on any of your lists.} Nobody at the desk knows what sings there. A fitter, who repairs pipes, is in a hole somewhere in the seven streets. She leaves her phone on a fence, because the hole is wet. You cannot ring her. She rings the desk. On the wall your call turns red: 4:01.
# response: tonight
* [# answered: tonight]
- -> one_moment

== one_moment
"One moment," says Mrs Byrne. She looks for her glasses. Then a pencil scratches on paper, one word at a time. # passage: one-moment # final
When it stops, your call is nine minutes old, and thirty-one people are waiting. {start == "names":The others read from your list now, and their calls are short.|{start == "call":The map has gone round the desks twice.|Some callers have read both texts, and they ask which one is true.}}
The desk writes a ticket about each call. A ticket about noise goes into the list for next week, whatever stands in it. To reach the fitters' vans today, it needs a second page, which they read at half past five. When the call ends, the ticket closes, and nothing can be added. You can do one thing more before she hangs up.
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
  "Yes," says Mrs Byrne. This time she says it only once. While you typed she could only wait. Then she hangs up.
- lid == "note":
  A door, steps, rain on cloth. Then you hear it: one high note, {open == "chat":the same one as before, only near|very thin}, which goes up a little at the end. "There," says Mrs Byrne. "Now somebody has heard it." Her shoes are wet, she says, and she hangs up.
- else:
  Meanwhile she looks for things to fill. You hear the bath, two buckets, the big pot, a vase. "That makes eleven," she says in the end, "one for each guest." The lid does not come up again. Then she hangs up.
}
"Twelve minutes," says Tevita. "That is two seconds on the wall."
CALL TWO, at twenty-five past five. Your screen says FITTER.
"Wanjiru, from the hole in Lime Street," says a voice over an engine. "I have one minute. To shut off seven streets I need two valves." A valve is a tap in the ground, for a whole street. "One of them I have. The plan shows the other at number twelve. I have dug there, and found a bicycle. The road is sinking, so I cannot wait. At ten to six I must fetch the other van and its pump from a cellar, drive to the water tower, and close there. Then it is not three hundred homes, it is two thousand, the whole east side. Is there anything on your screen?"
{open == "house":"A grey ring behind number fourteen, with no name," you say. "That can be a valve or an old well," says Wanjiru. }You think of the iron lid. You do not know if it is the valve that she needs.
* [Ask her what this valve would look and sound like. # choice: look-and-sound]
  ~ hole = "sound"
  ~ early = lid != "times"
* [Give her Mrs Byrne's number and let those two talk. # choice: her-number]
  ~ hole = "number"
  ~ early = lid != "note"
* [Say in one sentence where the lid is, and stop. # choice: say-where]
  ~ hole = "place"
  ~ early = lid == "line"
- -> forty_seconds

== forty_seconds
{hole == "sound":"A round iron plate," says Wanjiru. "And when one of them leaks, it sings."|{hole == "number":You say the number once, and Wanjiru says it back.|"In the yard of fourteen," you say, "there is a lid under a -"}} # passage: forty-seconds
{
- hole == "sound" && lid == "note":
  "Like this?" you ask, and you sing it to her. Two desks away somebody turns round. "Higher at the end?" says Wanjiru. "Then it is mine, and the pump can leave its cellar. Where?" You tell her about the yard and the full barrel. Her minute has become three.
- hole == "sound":
  You tell her about the yard of fourteen, and the full barrel. "Does it go up at the end?" she asks. That you cannot say. "Then I must hear it myself," says Wanjiru. "I cannot call the pump out of a wet cellar for a guess." Her minute has become three.
- hole == "number":
  She is gone. What they say, nobody at the desk can hear. The line of 14 Lime Street is busy for six minutes.
- else:
  "Fourteen," says Wanjiru, and she is gone. Fifteen seconds. It is the shortest call of the day, and the full barrel was not in it yet.
}
CALL THREE, at a quarter to six, is to forty-one people at once.
"You speak one message," says Tevita. "Everyone who waits hears it, again and again. After fifty seconds it cuts you off."
Aroha reads from the chat. "They ask four things. Is it me? Half of them look at their tram tickets. How long? Can I drink it when it comes back? And is it true that the whole east side goes dry?"
"Nobody knows that yet," says Tevita. "At six we know. At five past six I can change the message."
{start == "names":Your list is on the screen in front of you:|Aroha has the names on her screen:} Lime Street, Bell Lane, Mill Lane, Ferry Street, School Street, Long Street, Short Street. The people who wait are in kitchens, in cars and in shops, with something in their hands and one ear free. {start == "call":Halina is number thirty. She has more ladies.|{start == "text":Many of them have read only the first text.}}
Tevita gives you the microphone.
# response: message
* [# answered: message]
- -> six

== six
At ten to six the message goes out. Some hear it once, some twice. # passage: six # final
{
- early:
  At two minutes to six Wanjiru rings. "Shut," she says. {lid == "line":"The other van read your page, so it left a wet cellar and came with the pump. {hole == "sound":I was still listening.|{hole == "number":Mrs Byrne was still telling me about Wednesday.|I had not waited for the word full.}}|{lid == "note":"The pump came in time, and it went up at the end, as you sang it.|"Mrs Byrne has eleven things full of water, so she let us waste the barrel.}} Seven streets, and not one house more." Then she is gone. At five past six Tevita speaks one sentence more onto the line himself.
- else:
  Six o'clock. The tower closes. Beside the coffee machine your own tap coughs and stops. On the wall the number goes to eighty-eight. Wanjiru rings. {hole == "sound":"It was quiet until ten to six," she says. "Then it sang, and I knew that it was mine, and I had to drive."|{hole == "number":"She wastes no water," she says. "So we carried it to the neighbours. At ten to six the barrel was half full, and I had to drive."|"I was gone before you could say full," she says. "So I did not call the pump, and one bucket is too slow. Then I had to drive."}}
  At five past six Tevita speaks one sentence more onto the line himself. At twenty to seven Wanjiru rings again. "Shut, in the yard, and the tower is open. It took eleven people and a hat. Ask me on Monday."
}
{open == "chat":"The choir," says Aroha. "They wanted it at once, so I guessed, and I said no. After that nobody there read the chat." She puts a hand over her eyes. "They have no water for their tea."|{open == "house":The choir sends Aroha a picture. They have filled nine kettles.|Aroha has sent the choir to a hall with water, three stops away. One of them took zone 4 for the harbour, and is there.}}
A quarter to seven. The wall says 4:02, and {early:nineteen|fifty-two} people are waiting. "Two seconds," says Tevita to the wall. Mrs Byrne has not rung again. The desk closes at seven.
* [Take the calls that wait, one by one, until seven. # choice: waiting-calls]
  ~ under = true
  -> two_seconds
* [Write a model text for next time, and show Tevita. # choice: next-text]
  -> small_text
* [Ring Mrs Byrne and find out how her evening is. # choice: ring-her]
  {
  - early:
    -> quiet_yard
  - else:
    -> eleven_and_a_hat
  }

== two_seconds
"Is it me?" "Which street?" "Bell Lane." "Yes, until nine." You take six calls. {early && lid != "times":A man asks when the pump comes back to his cellar.|A man asks who pays for his noodles.} A child asks where the water is now, and that takes longer. # passage: ending-two-seconds
At seven the wall says 3:59. Tevita takes the yellow note off the wall, folds it, and puts it in his shirt. Aroha lays a biscuit on your keys.
-> coda ->
{not early:On the heating a tram driver's hat is drying. "That one emptied half a barrel," says the card with it.} Then the first call of the week comes in. Mrs Byrne, 14 Lime Street. Fourth call. "It does not sing any more," says Mrs Byrne. "I thought that somebody would like to know." She hangs up. Nine seconds. "Can we have more of those?" says Tevita.
-> END

== small_text
A text has room for 160 signs. You take tonight as the example: SORRY, NO WATER, 6 TO 9, the streets, and what to do after. {start == "text":The text of twenty past four did not say that.} Aroha counts 171. Behind you the telephones ring, and stop, and others ring. # passage: ending-small-text
"Who needs the sorry?" you ask. "Keep the sorry," says Aroha. So three streets become ST, and it has 159. The wall says 4:01, and it is seven o'clock. Tevita reads it. "They will want the zone in it," he says. Then he sends it off in his own name.
-> coda ->
{not early:On the heating a tram driver's hat is drying. "That one emptied half a barrel," says the card with it.} Head office has sent your text back with one change. At the top it now says ZONE 4, and at the end the last word is cut off. "I am ringing them," says Tevita. "It may take more than four minutes."
-> END

== quiet_yard
It rings nine times. Then there are spoons, and eleven people who all talk at once. "Wait," says Mrs Byrne. A door, steps, rain on cloth. # passage: ending-quiet-yard
"There," she says. "Do you hear it?" You press the headset to your ear. "No," you say. "No," says Mrs Byrne. "I do not, either." For a time you both listen to it.
The barrel is empty, she tells you. {lid == "times":But eleven things in the house are full, and one of them is the vase.|All its water is in the baths of the neighbours.} Then she goes in, lays the telephone beside the bread, and forgets you. You cannot end the call. So at seven, when the wall says 4:01, you are listening to tram drivers. They sing all the stops of line 2, in order.
-> coda ->
On the map the ring behind number fourteen has a name now: BYRNE. Wanjiru chose it. A man has come about the red button. "Nobody told me," he says.
-> END

== eleven_and_a_hat
It rings nine times. "You must excuse me," says Mrs Byrne. "We are all wet." # passage: ending-eleven-and-a-hat
At half past six, she says, her guests came round the corner with flowers. In the yard stood a fitter, back from the tower, and the barrel stood on the lid. "So they carried the water to the neighbours, with soup plates and cups. One of them used his hat, from 1988. Then the young woman turned her key, and it stopped in the middle of a note."
The soup is cold, she says, but no water was wasted. Then she lays the telephone beside the bread, and forgets you. You cannot end the call. At seven the wall says 4:01. The tram drivers are telling Wanjiru about the winter when line 2 did not run.
-> coda ->
On the map the ring behind number fourteen has a name now: BYRNE. Wanjiru chose it. For Tevita there is a parcel, still damp. In it is a hat. "For the two thousand," says the card. "Next time, somebody can use it."
-> END

== coda
On Monday Aroha is in the fifth chair. "Until {under:summer|January}," says Tevita. {start == "names":Your seven names are still on all five screens. Nobody takes them down.|{start == "call":There is a photo from Halina in the chat. A lady holds up both thumbs, under hair that is quite pink.|Head office has asked him why there were two texts. He is writing back, and is on page three.}}
->->
