# title: Nobody lives in zone four

// What the story remembers. Each is planted once and comes back later.
VAR start = "none"   // names: seven names on all five screens. call: Halina, Ferry Street, ten past six. text: a second text at 4:20.
VAR open = "none"    // seven: she sits down. house: the ring with no name on the map. chat: the note behind her voice, the choir is told wrong.
VAR lid = "none"     // line: the vans read about the lid and the full barrel at half past five. note: you have heard it. times: she fills eleven things.
VAR hole = "none"    // sound: Wanjiru hears what it sounds like. number: Wanjiru and Mrs Byrne talk. place: Wanjiru knows where.
VAR under = false    // the average is 3:59 at seven, and the fifth chair stays until summer
VAR early = false    // the second valve is shut at two minutes to six: line with anything, note + sound, times + number

// The calendar of every way stands in docs/content/nobody-in-zone-four.md.

Friday, four o'clock. It rained from Tuesday until noon. At the help desk of the water works a screen on the wall says that twenty-three people are waiting. A call takes 4:10 on average. # passage: opening
Tevita, who leads the desk, sticks a yellow note under it: 4:00. "At seven the number goes to head office," he says. "If it is over four minutes, they may take away the fifth chair." Aroha sits in it, with the chat window. She is the newest, and without the chair she has no work.
At half past three this text went to three hundred phones: SUPPLY INTERRUPTION IN PRESSURE ZONE 4, 18:00-21:00. FLUSH AFTER RESTORATION.
It means this. A pipe leaks, so seven streets have no water from six to nine tonight. Lime Street is one of them. But nobody knows what zone 4 is. In this town only trams have zones, and tram zone 4 is the harbour, where nobody lives.
The message for those who wait belongs to head office. They open it for you at a quarter to six.
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
  "A lady has red on her hair. At ten past six I must wash it out. Is that me, zone 4?" It is. "Then I wash it at ten to six," says Halina, "and she will be pink." Four more callers ask if it is them. Around you, the map goes from desk to desk.
- else:
  Then Tevita covers his telephone and reads the names you wrote down. At twenty past four the second text goes out: NO WATER TONIGHT, 6 TO 9, and seven street names. "They will ask me why there are two," he says.
}
At 4:22 you press the green button. The red one broke this morning, so you cannot end a call or pass it on. Only the other person can hang up.
CALL ONE. Mrs Byrne, 14 Lime Street. Third call this week. Wednesday: noise, closed after 2:40. Thursday: the same, 3:10.
"Good afternoon," says an old voice, in no hurry. "I have waited for nineteen minutes. {start == "text":My telephone has made a sound, but I cannot look at it and talk into it. }You have written to me about a zone."
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
  You hear her pull up a chair. Tevita walks past and holds up four fingers. Aroha gets a nod from you, which may mean yes or later.
- open == "house":
  You type a "yes" to Aroha. In the yard behind number fourteen the map shows a small grey ring. No list explains it, and the map is older than the desk. "You are typing," says Mrs Byrne. "Then I will wait." She says nothing more until your keys are quiet.
- else:
  No, there is something else. Far behind her there is one thin, high note, like a wet finger on a glass. It may be the telephone. Across the desk Aroha looks at you. Then she answers the choir herself.
}
"I have copied it on paper," says Mrs Byrne, and she reads it one word at a time. "Supply interruption in pressure zone 4. I drove a tram for thirty-one years, so I know my zones. Zone 4 is the harbour. I live in zone 2, says my ticket. So it does not mean me, does it?"
"I would not have called for that alone," she says. "But it sings again, as I told them on Wednesday."
Then she waits for you.
# response: first
* [# answered: first]
- -> yes_yes

== yes_yes
"Yes, yes," says Mrs Byrne, very fast. {open == "seven":Her chair creaks.|{open == "house":A spoon goes round in a pot.|The thin note goes on behind her.}} # passage: yes-yes
"Now I will tell you all of it. On Wednesday the gentleman said, resonance in the domestic installation. On Thursday the lady said, fluctuation. I said yes, yes to both, because they were so busy. I still do not know what I said yes to.
"Tonight eleven people come for soup. We all drove trams. They are on the train now, so I cannot tell them not to come. They stay from half past six until ten. I have one kitchen and one toilet.
"And since Wednesday it sings, out in the yard. My rain barrel stands on an iron lid in the ground, between two walls, so nobody can tip it over. It is full, and full it stays, for my roses. In the evening, when everyone cooks, it sings the loudest, and then very little comes out of my tap.
"So I would like two things, slowly, for my paper. What I do tonight, and what sings."
The desk has a sheet about tonight. After nine the water is brown at first, from rust, which hurts nobody. You let the cold tap run for ten minutes. When it is clear, you can drink it. The hot tap stays shut until then.
On it there is nothing about {open == "house":a grey ring|an iron lid}. Nobody at the desk knows what sings there. A fitter, who repairs pipes, is in a hole somewhere in the seven streets. Her phone is in the van, because the hole is wet. It is full of messages that nobody hears, like that of the other van. She rings the desk. On the wall your call turns red: 4:01.
# response: tonight
* [# answered: tonight]
- -> one_moment

== one_moment
"One moment," says Mrs Byrne. She looks for her glasses. Then a pencil scratches, one word at a time. # passage: one-moment # final
When it stops, your call is nine minutes old, and thirty-one people are waiting. {start == "names":The others read from your list now.|{start == "call":The map has gone round twice.|Some callers ask which text is true.}}
A ticket about noise goes into the list for next week. The fitters and the control room see only a second page. It is read at half past five, and one van leaves the work that it has. When the call ends, the ticket closes. You can do one thing more before she hangs up.
* [Fill in the page for the vans, and read it to her. # choice: van-page]
  ~ lid = "line"
* [Have her hold the telephone out over the barrel. # choice: hold-out]
  ~ lid = "note"
* [Go through the times for tonight with her again. # choice: times-again]
  ~ lid = "times"
- -> call_two

== call_two
{lid == "line":"Iron lid in the yard of 14," you read out. "Under a full rain barrel. It sings, and then the water is low."|{lid == "note":"Out there?" says Mrs Byrne. "In my slippers?" But she is on her way.|You say them one after the other, and she says them after you. Six, nine, the cold tap, ten minutes.}} # passage: call-two
{
- lid == "line":
  "Yes," says Mrs Byrne, only once this time. While you typed she could only wait. She hangs up.
- lid == "note":
  A door, and wet steps. Then you hear it: one high note, {open == "chat":the same one as before, only near|very thin}, which goes up a little at the end. "There," says Mrs Byrne. "Now somebody has heard it." Her feet are wet, she says, and she hangs up.
- else:
  Meanwhile she fills things. You hear the bath, two buckets, the big pot, a vase. "That makes eleven," she says, "one for each guest." The lid does not come up again. Then she hangs up.
}
"Twelve minutes," says Tevita. "That is two seconds on the wall."
CALL TWO, at twenty-five past five. Your screen says FITTER.
"Wanjiru, in Lime Street!" somebody shouts over an engine. "I have one minute. To shut off seven streets I need two valves." A valve is a tap in the ground, for a whole street. "One I have. The plan shows the other at number twelve. There I have found a bicycle. My small pump must stay in the hole, or the road sinks. The other van is in a wet cellar, with the big one. At ten to six I must drive to the water tower and close there. Then it is not three hundred homes, but two thousand, the whole east side. Is there anything on your screen?"
{open == "house":"A grey ring behind number fourteen, with no name," you say. "That can be a valve or an old well," says Wanjiru. }You think of the iron lid. It may be her valve, or not.
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
{hole == "sound":"A round iron lid," says Wanjiru. "And when one leaks, it sings."|{hole == "number":You say the number once, and Wanjiru says it back.|"There is an iron lid in the yard of fourteen," you say. "It lies -"}} # passage: forty-seconds
{
- hole == "sound" && lid == "note":
  "Like this?" you ask, and you sing it to her. Two desks away somebody turns round. "Higher at the end?" says Wanjiru. "Then it is mine, and the big pump can come. Where?" You tell her about the yard and the full barrel. Her minute has become three.
- hole == "sound":
  You tell her about the yard of fourteen, and the full barrel. "Does it go up at the end?" she asks. That you cannot say. "Then I must hear it myself," says Wanjiru. "I cannot take the pump from a wet cellar for a guess." Her minute has become three.
- hole == "number":
  She is gone. What they say, nobody can hear. The line of 14 Lime Street is busy for six minutes.
- else:
  "Fourteen," says Wanjiru, and she is gone. It is the shortest call of the day, and the word barrel was not in it yet.
}
CALL THREE, at a quarter to six, is to forty-one people at once.
"You speak one message," says Tevita. "They hear it again and again. After fifty seconds it cuts you off."
Aroha reads from the chat. "They ask four things. Is it me? Half of them look at their tram tickets. How long? Can I drink it when it comes back? And Lime Street heard Wanjiru shout. Does the whole east side go dry?"
"Nobody knows that yet," says Tevita. "At six we know. At five past six I can change the message."
{start == "names":Your list is on the screen in front of you:|Aroha has the names on her screen:} Lime Street, Bell Lane, Mill Lane, Ferry Street, School Street, Long Street, Short Street. The people who wait are in kitchens, cars and shops, with something in their hands and one ear free. {start == "call":Halina is number thirty. She has more ladies.|{start == "text":Many have read only the first text.}}
Tevita gives you the microphone.
# response: message
* [# answered: message]
- -> six

== six
At ten to six the message goes out. Some hang up in the middle of it. Some hear it nine times. # passage: six # final
{
- early:
  At two minutes to six Wanjiru rings. "Shut," she says. {lid == "line":"The other van read your page, left its cellar, and came with the pump. {hole == "sound":I was still listening.|{hole == "number":Mrs Byrne was still telling me about Wednesday.|I had seen a barrel, and no lid.}}|{lid == "note":"The pump came in time, and it went up at the end, as you sang it.|"Mrs Byrne has eleven things full of water, so I could let the barrel run out.}} Seven streets, and not one house more." At five past six Tevita adds one sentence to the message himself.
- else:
  Six o'clock. Beside the coffee machine your own tap coughs and stops. The number on the wall goes to eighty-eight. Wanjiru rings from the tower. {hole == "sound":"With my pump in the street I heard nothing," she says. "At ten to six it sang over the pump, and I had to drive."|{hole == "number":"She was afraid for her soup," she says. "So she kept two buckets, and then two more. At ten to six the barrel was half full, and I had to drive."|"A yard, two walls, a barrel, and no lid to be seen," she says. "At ten to six the barrel began to sing, and I had to drive."}}
  At five past six Tevita adds one sentence to the message himself. At twenty to seven Wanjiru rings again. "Shut, in the yard, and the tower is open. It took eleven people and a hat."
}
{open == "chat":"The choir," says Aroha. "They wanted it at once. I thought of the door in Park Road, and I said no. After that nobody there read the chat. They have no water for their tea."|{open == "house":The choir sends Aroha a picture. They have filled nine kettles.|Aroha has sent the choir to a hall with water, three stops away. One of them took zone 4 for the harbour, and is there.}}
A quarter to seven. The wall says 4:02, and {early:nineteen|fifty-two} people are waiting{early && lid != "times":. One stands in a cellar without a pump|}. "Two seconds," says Tevita. Mrs Byrne has not rung again. The desk closes at seven.
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
"Is it me?" "Which street?" "Bell Lane." "Yes, until nine." You take six calls. {early && lid != "times":A man asks when the pump comes back. The water is at his knees.|A man asks who pays for his noodles.} A child asks where the water is now, and that takes longer. # passage: ending-two-seconds
At seven the wall says 3:59. Tevita folds the yellow note and puts it in his shirt. Aroha lays a biscuit on your keys.
-> coda ->
{not early:On the heating a tram driver's hat is drying. "That one emptied half a barrel," says the card.} Then the first call of the week comes in. Mrs Byrne, 14 Lime Street. Fourth call. "It does not sing any more," says Mrs Byrne. "I thought that somebody would like to know." She hangs up. Nine seconds. "Can we have more of those?" says Tevita.
-> END

== small_text
A text has room for 160 characters. You take tonight as the example: SORRY, NO WATER, 6 TO 9, the streets, and what to do after. {start == "text":The text of twenty past four did not say that.} Aroha counts 171. Behind you the telephones ring and stop. # passage: ending-small-text
"Who needs the sorry?" you ask. "Keep the sorry," says Aroha. So three streets become ST, and it has 159. The wall says 4:01, and it is seven o'clock. Tevita reads it. "They will want the zone in it," he says. Then he sends it off in his own name.
-> coda ->
{not early:On the heating a tram driver's hat is drying. "That one emptied half a barrel," says the card.} Head office has sent your text back. At the top it now says ZONE 4, and the last word is cut off. "I am ringing them," says Tevita. "It may take more than four minutes."
-> END

== quiet_yard
It rings nine times. Then there are spoons, and eleven people who all talk at once. "Wait," says Mrs Byrne. A door, and wet steps. # passage: ending-quiet-yard
"There," she says. "Do you hear it?" You press the headset to your ear. "No," you say. "No," says Mrs Byrne. "I do not, either." For a time you both listen.
The barrel is empty, she tells you. {lid == "times":But eleven things in the house are full, and one of them is the vase.|All its water is in the baths of the neighbours.} Then she goes in, lays the telephone beside the bread, and forgets you. You cannot end the call. So at seven the wall says 4:01, and you hear tram drivers sing all the stops of line 2.
-> coda ->
{open == "house":On the map the ring behind number fourteen has a name now|On the map there is a ring behind number fourteen, with a name}: BYRNE. Wanjiru chose it. A man has come about the red button. "Nobody told me," he says.
-> END

== eleven_and_a_hat
It rings nine times. "You must excuse me," says Mrs Byrne. "We are all wet." # passage: ending-eleven-and-a-hat
At half past six, she says, her guests came round the corner with flowers. In the yard stood a fitter, back from the tower, and the barrel stood on the lid. "Only one at a time could get at it. So they stood in a row, with cups and soup plates, as far as the neighbours. One used his hat, from 1988. Then the young woman turned her key, and it stopped in the middle of a note."
The soup is cold, she says. Then she lays the telephone beside the bread, and forgets you. You cannot end the call. At seven the wall says 4:01. The tram drivers are telling Wanjiru about the winter when line 2 did not run.
-> coda ->
{open == "house":On the map the ring behind number fourteen has a name now|On the map there is a ring behind number fourteen, with a name}: BYRNE. Wanjiru chose it. For Tevita there is a parcel, still damp. In it is a hat. "For the two thousand," says the card. "Next time, somebody can use it."
-> END

== coda
On Monday Aroha is in the fifth chair. "They leave it until {under:summer|January}," says Tevita. {start == "names":Your seven names are still on all five screens.|{start == "call":There is a photo from Halina in the chat. A lady holds up both thumbs, under hair that is quite pink.|Head office has asked him why there were two texts. He is writing page three.}}
->->
