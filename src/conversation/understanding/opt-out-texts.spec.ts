import { textsOf } from '../../../test/support/texts-of';
import type { Consent } from './facts';
import { toPlainText } from './plain-text';
import { readConsent } from './read-consent';

const SAYINGS: readonly (readonly [consent: Consent, texts: string])[] = [
  [
    'stop',
    `
      stop | STOP | Stop!!! | 🛑 stop 🛑 | S.T.O.P. | stoop | stpo | tsop | stip | sstop | stopp | stop. | "stop"
      'STOP' | reply stop | Reply STOP | text stop | stop please | pls stop | stop now | STOP NOW | stop stop stop
      ok stop | stop thanks | stop, thanks | stop thank you | no. stop | no stop | No, stop. | stop bro | stop dude
      stop man | just stop | just stop already | will you stop | can u stop | unsubscribe | unsubscibe | unsubcribe
      unsuscribe | unsubsribe | un subscribe | un-subscribe | unsub | unsub me | unsub pls
      unsubscribe me from this | how do I unsubscribe from this | cancel | cancel. | cancl | cancell | CANCEL PLEASE
      end | END | end please | quit | QUIT | quit it | revoke | optout | opt out | opt me out | opting out | opt-out
      i opt out | id like to opt out please | OPT  OUT | stopall | STOP ALL | alto | parar | baja | BAJA por favor
      pare | pare ya | ya pare | basta | detener | cancelar | alto ya | darme de baja | quiero darme de baja
      deme de baja | dar de baja | no mas mensajes | no más mensajes por favor | ya no me manden mensajes
      no me escriban | no me escribas mas | dejen de escribirme | deja de mandarme mensajes
      no me vuelvan a escribir | no me molesten | no me contacte | no me llamen ni me escriban
      quítenme de su lista | saquenme de la lista | borre mi numero | borren mi número por favor
      elimine mi numero de su lista | no quiero recibir mensajes | no quiero mensajes | no quiero sus mensajes
      no deseo recibir más mensajes | no deseo mas mensajes | no estoy interesado, no me escriba mas
      por favor deje de enviarme mensajes | dejame en paz | déjenme en paz | ok please stop texting me
      please stop texting | stop texting me please im not interested | pls stop txtin me | stop textin me
      stop tezting me | stop txt | stop texts | stop all texts | stop messages | stop the messages
      stop these texts | stop sending texts | stop sending me these | quit sending me texts | stop contacting me
      stop msging me | stop messging me | stop mesaging me | stop bugging me | stop bothering me
      stop hitting me up | stop blowing up my phone | stop spamming | stop spamming me!! | stop with the texts
      stop w the texts | stop harassing me | stop calling and texting | stop calling me and texting me
      lose my number | loose my number | lose this number please | forget my number | delete my number | delete me
      delete me from your list | erase my number | remove me | remove me please | remove me from your list
      remove me from ur texts | remove my number | remove this number from ur list | pls remove this #
      remove us from this | take me off | take me off this | take me off your list | take us off
      take us off your list | take my name off your list | take my # off | get me off your list
      please take me off of this text list | do not contact | do not contact me | DO NOT CONTACT | do not text
      do not text me | do not text me again | do not txt | dont text | dont text this number again | dont msg me
      dont message me anymore | dont contact me again | dont ever text me again | dont call or text
      dont call or text me again | do not call or text | don't text me no more | never text me again
      never contact me | no more texts | no more texts pls | no more txts | no more messages | no more msgs please
      no texts | no more contact | no further contact please | no further texts | i dont want texts
      i dont want these texts anymore | i don't want to get these | i dont want to receive texts from you
      dont want any more texts | i no longer want texts | i no longer want to receive these messages
      please discontinue these texts | cease contact | cease all contact | leave me alone | leave us alone
      leave me alone!!! | plz leave me alone | go away | fuck off | f off | enough texts
      enough with the messages already | put me on do not call | put me on your dnc list
      add me to your do not contact list | im blocking you | blocking this number | reported and blocked
      i already told you to stop | i said stop texting | ive asked you to stop | i told u guys stop texting me
      how do i stop these | how do I get off this list | how do i stop getting these texts | how do i opt out
      make these stop | can you please remove me from your database
      we sold the house, please remove us from your list | sold it already. take me off the list
      already bought, stop texting | not interested stop | not interested, please stop | not interested. unsubscribe
      Not interested remove me | not interested dont text again | not interested please do not contact me again
      wrong number stop | wrong number, remove | wrong number. please remove me | wrong number stop texting me
      wrong person quit texting | im not mike stop texting me | hi please remove my info thanks
      thanks but please stop the texts | thank you for your help but please stop messaging
      hey i appreciate it but stop texting me im good | I found a house already so you can stop texting me
      you can stop texting me now we bought one | u can stop sending me stuff | please stop all communication
      i withdraw my consent | no longer interested please remove | end these texts | end texts | cancel texts
      cancel these texts | cancel my text alerts | turn off these texts | unsubscribe please and thank you
      please unsubscribe me immediately | UNSUBSCRIBE ME NOW OR ILL SUE | this is harassment stop
      who is this? stop texting me | idk who this is but stop | idk who u are stop texting me
      im at work stop texting me | my husband passed please stop texting | 450k and stop texting me
      STOP I'm not selling | stop im not interested | stop we dont want to sell | stop you have the wrong number
      Stop. I don't want to sell my house | stop or ill report you | stop or i will block
      Please take me off whatever list this is | take me off this list. thanks | Please stop. I'm not selling.
      we're not interested, please remove us from your contact list | I've asked multiple times to be removed
      remove me from all lists | please remove my phone number from your system | remove my cell from your records
      kindly remove | pls remove me from ur msgs | This is my work phone please don't text it
      this is a business line do not text | do not text this number it is my work phone
      do not ever text me again or i will report you | Dont ever contact me | do not message | do not msg
      don't contact us | do NOT contact us again about selling | pls dont contact me abt selling my house
      please dont text me about this anymore | Dont text me bro | yo stop texting me | bruh stop texting me
      bro stop | omg stop texting me | omfg stop messaging | can you guys stop texting me please
      can y'all please quit texting | could you please stop sending these | would you stop sending me messages
      please quit sending these messages | i want you to stop texting me | i need these texts to stop
      i need you to stop contacting me | You need to stop texting me | u need to stop | this has to stop
      these texts need to stop | I'd like the texts to stop | I wish you would stop texting me
      wish yall would stop | for the last time stop texting me | For the last time, STOP.
      how many times do i have to say stop | i keep saying stop | I replied stop already | I texted STOP already
      I already opted out of this | i unsubscribed already why are you texting | I have opted out 3 times
      opt out please and delete my info | please opt me out of future messages | OPT ME OUT | opt out of texts
      how to opt out | how can i be removed from this list | how do i get removed | how do i get these to stop
      how do i stop receiving these | how to stop these messages | I do not wish to be contacted
      i dont wish to be contacted anymore | I don't want to be texted | dont want to hear from u
      I don't want to receive any messages | i dont want to get texts | i dont want to get any more of these
      i dont want ur messages | i didnt ask for these texts | i never signed up for texts
      who gave you permission to text me? stop | no more text messages please | No more text | no text
      no more txt msgs | Not interested. No more messages | not interested, no more texts | enough already stop
      enough!! stop texting | leave me alone please | just leave me alone | please leave us alone we are not selling
      go away! | get lost | piss off | buzz off | F*** off | eff off | shut up and stop texting me
      stop u annoying bot | STOP YOU STUPID BOT | stop spamming me you scammers | stop w the spam | spam. stop.
      I'm reporting this number | im going to block this number | unsubscribe me from ur list
      I want to unsubscribe | id like to unsubscribe | pls unsubscribe | Unsubscribe! | unsubscribe all
      unsubscibe me | unsubcribe me plz | unsusbcribe | unscribe | unsubscrib | unsubscriibe | cancle | cancel all
      cancel messages | cancel all texts | Cancel subscription | end all messages | end this | END TEXTS
      quit texting | quit messaging me | QUIT!!! | quit contacting me | quit it already | stopp textingg mee | sto p
      st op texting me | stoop texting me | stop texing me | stop textong me | stip texting me | stop tetxing me
      stop messagin me | stop mssging me | stop contating me | dont txt | dont txt me | dont tex me | do not tetx me
      dnt text me | dont massage me anymore | remvoe me | remove me form your list | romove me | take me of the list
      take me off you list | Ya no me mande textos por favor | No me mandes mas mensajes
      Ya no quiero recibir mensajes | no me textee | no me textes mas | para de mandarme textos | pare de escribirme
      paren de mandar mensajes | deje de molestar | deja de molestarme | Dejen de mandarme textos
      elimíname de tu lista | Quite mi número | quita mi numero de tu lista | saque mi numero de su lista
      borra mi numero | cancelar suscripcion | cancelar mensajes | quiero cancelar los mensajes
      no gracias no me escriba | numero equivocado no me escriba mas | no estoy interesada deje de escribirme
      basta ya | basta de mensajes | dar baja | dame de baja | baja por favor | BAJA!!! | alto! | ALTO POR FAVOR
      detenga los mensajes | parar mensajes
      Hi, my dad passed away last year. Please remove this number from your list. Thank you.
      hey so we ended up buying with someone else, you can take us off your list
      we went with another realtor so pls stop texting | I'm under contract already, please stop reaching out
      no longer looking, please remove me | not looking anymore you can stop the texts | no need to contact me again
      please make no further contact | cease communication | cease all further communication
      this number is on the do not call list | im on the do not call registry | I'm on the DNC list
      my lawyer will contact you if you text again | text me again and ill sue
      if you text me one more time im calling the cops | 3 bed in plano under 400. stop texting my wife tho
    `,
  ],
];

describe.each(SAYINGS)('consent: %s', (consent, block) => {
  it.each(textsOf(block))('%s', (text) => {
    expect(readConsent(text, toPlainText(text))).toBe(consent);
  });
});
