import { textsOf } from '../../../test/support/texts-of';
import { understandText } from './understand-text';

/** What is unclear is asked about, as what is neither. */
const ROUTES = { buy: 'buy', sell: 'sell', both: 'both', unclear: 'neither', none: 'neither' } as const;

const SAYINGS: readonly (readonly [isAsked: boolean, route: string, texts: string])[] = [
  [
    false,
    'buy',
    `
      hi im looking to buy a house | hey we r looking for a house in frisco | Lookin to buy in plano asap
      want to purchase a home | in the market for a 3 bed | house hunting lol | just started our home search
      need a bigger place | ready to stop renting and buy | first time buyer
      1st time home buyer no clue where to start | is 1234 elm st still available | is this home still for sale?
      saw your sign on the house on oak, how much | how much is the house on oak street
      what's the price on the one in frisco | can we see the house saturday | can i tour the one on maple
      id like to schedule a showing | any open houses this weekend | send me listings in plano
      can you send me some homes under 400k | show me whats available in allen | what do you have in mckinney
      got anything in plano under 400 | anything with a pool in frisco | do you have any 4 bedrooms
      looking for investment properties | looking for a rental property to buy | want to buy a rental
      looking to add a few rentals to my portfolio | looking for a fixer upper | looking for land to build on
      preapproved and ready to go | we got preapproved last week | relocating to dallas in jan need a home
      im a cash buyer | wanna make an offer on the elm house | want to upgrade to something bigger
      trying to get into a house before school starts | my lease is up in june and i want to buy
      looking to buy my first home | bying a house | my sister is selling hers, i need to find one
      we sold our house and need to find another one | already sold mine now looking for a new one
      just sold our place now house hunting | not selling just buying | dont need to sell first just want to buy
      no house to sell, just buying | we dont have a house to sell, looking for our first | busco casa en plano
      quiero comprar una casa | Hi, I saw your post about homes in Frisco, still have any?
      is the 3 bedroom on Cedar still on the market | hey interested in the listing u posted
      interested in a home in plano | I'm interested in seeing the house on Main
      need a house asap my lease ends in 2 months | need a home for my family | me and my gf want our first place
      tired of paying rent want my own place | thinking of buying next yr | thinking about becoming a homeowner
      i want a house | i need house | looking 4 a house | lookin for somthin in allen
      looking for something in allen | looking for a place w land | looking for acreage
      looking for new construction | looking at new builds | help us find our dream home
      moving to dallas need help finding a house | pre approved w 20% down
      i have cash and want to invest in rentals | buying in cash | purchase a townhouse | want to put an offer in
      submit an offer | im not ready to sell yet just want to buy an investment | is it a good time to buy
      should i buy now or wait | Good morning, we are interested in purchasing in Frisco
      house shopping in mckinney any advice | we want to look at homes next weekend
      want to see some houses saturday | can we tour homes this weekend | ready to start looking at houses
      we'll be looking for a house in spring | our lease is ending and we'd like to buy
      how do i start the buying process | whats the first step to buying
      do i need an agent to buy new construction | need a realtor to help us buy | do you help first time buyers
      am i able to buy w bad credit | trying to get a house before baby comes | just got preapproved!! now what
      got a va loan ready to shop | want something w a big yard | i need something closer to work
      any 3 bedrooms in allen | what houses do you have under 300 | Im looking to invest in a duplex
      want to flip houses got any deals | need a house w a mother in law suite
      my daughter wants to buy a condo
      helping my son buy his first place | my parents are looking for a house near us
      Good evening, my wife and I are hoping to purchase our first home this spring.
      is there any way you can help me find a house w bad credit | got an eviction, can i still buy
      My agent isnt responding, can you show me a house | send me similar homes
    `,
  ],
  [
    false,
    'neither',
    `
      need more space for the family | hi | hello there | who is this | thinking about moving
      whats the market like | just curious | not interested | not looking to sell | im not selling
      we are not selling our house | not for sale | my house is not for sale | no plans to sell
      no plans to sell or buy | never selling this house lol | not in the market | we're not in the market anymore
      already bought | we already bought a house | we already closed on one | we went with another agent
      i already have a realtor | house already sold | sold it last year | i dont own that house anymore | i rent
      im just a renter | need to rent an apartment | looking for a place to rent
      looking for a house to rent in plano | any rentals in frisco | want to lease a 2 bed | do you do rentals
      my neighbor is selling | my sister is selling her house | my friend wants to sell
      they are selling the house next door | heard the seller is motivated | the owner is selling because of divorce
      best selling agent in town lol | dont need 5 bedrooms anymore | what rates are you seeing
      my job sells software | i sell cars for a living | i work in home sales | buy me a coffee lol | cant buy time
      i buy houses too | im a wholesaler with buyers | im an agent with a buyer for your listing | are you hiring
      lol | ok thanks | yes | im good | maybe next year | stop selling me stuff | dont sell my info
      who sold you my number | are you buying or selling | are you trying to sell me something
      changed my mind dont want to sell | decided not to sell | decided not to buy | we decided to stay put
      staying where we are | we're keeping the house | keeping it for now | not ready to sell | not ready yet
      no interest in selling | i have no intention of selling | i told u im not selling | its not for sale
      never gonna sell | i would never sell | wouldnt sell for any price | i dont own any property
      i dont have a house | we closed yesterday | already under contract | we are under contract on one
      already working with someone | got an agent already thx | bought one last month | sold last week
      i just bought it | renting for now | looking to rent | need a rental | need an apt | is the house for rent
      room for rent | leasing info | my brother is buying in plano | my coworker just sold hers
      my friend bought a house from you | tell my neighbor to sell lol | the sellers are nice
      did the sellers accept | seller disclosure? | buyers agent commission? | what do buyers pay
      are you a buyers agent | do you represent sellers | i work for a home builder | i am a realtor too
      im a lender want to partner? | do you need photos for your listings | i can help you sell more homes
      selling solar panels | we sell leads | want to buy leads? | cars for sale | how are interest rates
      will the market crash | hows it going | good morning | who are you | what company | can you call me | ok
      tomorrow works | its 3 bedrooms | 1234 elm st | plano | 600k | we have 3 kids | the roof is new
      buy now pay later lol | dont buy it lol | that sells itself | sold! | youve sold me lol | not selling
      im not selling my house sorry | never selling | we love our house not going anywhere | not planning on moving
      no plans to move | not buying anything | already have a house | we own already | bought last year
      just moved in | renting for another year | looking for renters | do you do property management
      i need a plumber | my ac is broken | thinking of remodeling | refinancing atm | can you refer a lender
      i sell insurance, lets network | want to buy your leads? | wholesaler here | im a photographer for realtors
      selling my car lol | need to buy groceries brb | buying lunch | dont buy it yet | that house sold fast
      my neighbors house is for sale | why did the seller back out | the buyer backed out | happy thanksgiving
      u there? | what | no | hmm | we dont want to sell yet | we just refinanced so staying put | no longer selling
      took it off the market | we found a house already | closed on our house last week thanks anyway
      i have no house | im in an apartment | are u still in business | Take care! | love your videos
      can u send me your card | Please stop contacting me, I already have an agent.
      hi no longer need help. please take me off the text list thx | I bought a home last year, pls remove
      Not selling stop texting
    `,
  ],
  [
    false,
    'sell',
    `
      i want to sell | selling my house | need to sell my house fast | wanna sell my condo
      thinkin bout sellin my place | thinking about putting my house on the market | want to list my home
      ready to list | what's my house worth | whats my home worth in this market | how much could i get for my place
      curious what my house would go for | can you tell me what my home is worth | i need a cma
      home valuation please | how much can you give me for my house | do yall buy houses | u buy houses?
      are you the we buy houses people | can you make me a cash offer | would you make an offer on my house
      i want a cash offer for my house | looking for a cash offer | inherited a house need to get rid of it
      how fast can you close on my house | need to get out from under my house | behind on payments need to sell
      got a house i want gone | want to unload a rental | im done with my rental house, want to get rid of it
      looking to sell our place in plano | not buying, selling | actually i need to sell | im the seller
      im the owner of 123 elm and want to sell it | we want to sell and move to florida
      sell my house and rent for a while | selling my house and moving to an apartment
      can i sell my house if im behind | what would my house sell for | whats your commission to list a house
      how long does it take to sell a house | need to sell before foreclosure | quiero vender mi casa
      who do i talk to about selling | about to sell | might sell | may be interested in selling
      considering selling in spring | we might put it on the market in spring | plan on listing in march
      going to list soon | want to sell my moms house | selling my late father's house
      my parents want to sell their house | helping my mom sell her place | my wife and i want to sell
      our house needs to be sold asap | need this house sold | want it sold by june
      how do i sell without a realtor | can u sell my house | i have a property to sell | i got a house to sell
      have a duplex id like to sell | looking for someone to sell my home | looking for a listing agent
      need a listing agent | what could i get for my house | value of my home? | whats my place worth rn
      what do you think my house is worth | what would u pay for my house | are you buying houses in dallas
      do you guys still buy homes for cash | i got your letter about buying my house
      you sent me a letter wanting to buy my property | do you want to buy my house
      u interested in buying my property | interested in my house? | going thru divorce need to get rid of the house
      get this house off my hands | cash offer please | get me a cash offer | send me an offer
      id consider an offer | not interested in buying, only want to know what mine is worth
      we're done buying, want to sell the rental now | is it a good time to sell | when should i sell
      How do I sell my house fast | whats the process to sell | thinking abt selling soon
      we would like to sell our home | ive been thinking of selling | want out of my house
      need to offload my place | need to sell a property in plano | got 2 houses to sell
      what will you pay for a 3/2 in plano | how much u paying for houses | would you be interested in my house
      how much is 123 elm worth, its my house | can i get an estimate on my house | need a home value estimate
      free home valuation? | if i list w you how much is commission | what do you charge to list
      what do you charge to sell a house | how much are your fees to sell | i want to fsbo
      house is vacant and i want it sold | trying to get my house sold by xmas
      my husband passed and i need to sell | selling because of a job transfer
      we're divorcing and selling the house | can you sell it as is | dont want to do repairs just sell it
      i dont want to list, just want a cash buyer | planning to sell then rent
      Thinking of putting our townhome up for sale before summer | need someone to list my moms condo
      id rather sell than rent it out | rent it or sell it? | should i rent my house out or sell
      tenant just left so im thinking about selling the rental | my rental house is a headache, make me an offer
      i saw you pay cash for houses | i want to see what my options are for selling
      might be ready to sell by next fall
    `,
  ],
  [
    false,
    'both',
    `
      need to sell mine before i can buy | want to sell my house and buy a bigger one | selling and buying
      buying and selling | sell my current home and find something in frisco
      we need to sell our house then look for another | looking to sell and upgrade
      gotta sell mine first then well be looking | trading up, have a house to sell and need a 4 bed
      want to downsize, sell this place and get a condo | list ours and look for something smaller
      Looking to get out of my house in mckinney and into something smaller | can i buy before i sell
      buying contingent on selling mine | have a house to sell and looking to buy another
      want to sell our starter home and move into something with a yard
      downsizing, need to sell the big house and get a condo | sell ours, buy new | need to sell then buy
      selling current home to buy new construction | we outgrew our house and need to sell and find a 4 bed
      have to sell mine to afford the next one | can you help me sell and buy
      help with selling my house and finding a new one | want to sell my condo so i can get a house
      looking to buy but have to sell mine first | if i sell can you find me something cheaper | sell here buy there
      selling in plano buying in frisco | we need to sell and buy at the same time
      want to sell and find something smaller | need to sell our place so we can purchase another
      we have a home to sell but want to look at new ones too | both buy n sell | list mine and help me find another
      could you sell mine and get me into a newer one | we want to buy but need to sell ours
      once my house sells i want to buy a smaller one
      im relocating for work and will need to sell here and buy there
    `,
  ],
  [
    true,
    'buy',
    `
      buying | buy pls | byuing | looking to purchase | looking | im lookin | first | 1st | buying, not selling
      comprar | i wanna buy | buyin | purchase | buyer here | we're buyers | looking for a home | the first
      looking to buy | im buying | buyer | get a house | find a house
    `,
  ],
  [
    true,
    'sell',
    `
      selling | sell mine | seling | second | the latter | sale | not buying, selling | vender
      getting rid of my house | moving out of state so gotta sell | just want to know what its worth | home value
      sell!!! | selling my home | sellin | seller | list | the second one | sell our house in march
      not sure maybe sell | leaning towards selling | i want to sell my condo | sell my house | selling mine
    `,
  ],
  [
    true,
    'both',
    `
      both actually | bit of both | buy and sell | sell then buy | both lol | little of both | yes both
      selling one buying another | buying after we sell | buy first then sell
    `,
  ],
  [
    true,
    'neither',
    `
      neither | neither just browsing | nothing right now | not sure | idk yet | depends | renting | i want to rent
      why | none of the above | no | yes | what do you mean | who is this | huh | im just curious
      neither, just curious | moving | rent | refinance
    `,
  ],
];

describe.each(SAYINGS)('intent, asked %s: %s', (isAsked, route, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const context = { pendingQuestion: isAsked ? ('intent' as const) : null, areas: [], today: '2026-11-23' };
    expect(ROUTES[understandText(text, context).facts.intent]).toBe(route);
  });
});
