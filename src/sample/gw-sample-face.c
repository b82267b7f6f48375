/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Portraits as SVG, back to front: background, hair behind, shoulders, neck, ears, head, features,
 * hair in front, glasses, hat. The canvas is 200 × 200; the head's middle is at (100, 92).
 */
#include "config.h"

#include "gw-sample-face.h"

#include "gw-sample-random.h"

typedef struct
{
  GString *svg;
  GwSampleRandom random;
  const GwSampleFace *face;
  const char *skin;
  const char *shade;
  const char *hair;
  const char *shirt;
  const char *trim;
  guint style;
  gboolean covered;
} Drawing;

static const char *const skins[][2] = {
  { "#fbdcc4", "#efbf9f" }, { "#f6cfae", "#e6ae88" }, { "#eebd95", "#d99e72" },
  { "#d9a172", "#bd8252" }, { "#b97d4e", "#99623a" }, { "#9a633e", "#784a2c" },
  { "#7f5035", "#5f3824" },
};
static const char *const grey_hair[] = { "#e9e6e1", "#d5d2cd", "#f4f1ea", "#b9b6b2" };
static const char *const light_hair[] = { "#8a5a35", "#5b3a24", "#d9a95b",
                                          "#b5512e", "#3f2a1e", "#e3c07c" };
static const char *const dark_hair[] = { "#2a1f1c", "#1d1715", "#382620" };
static const char *const backgrounds[] = { "#cfe8e2", "#fde2c8", "#d9e4f7", "#f6d9dc",
                                           "#e4dff4", "#fbeebf", "#d7ecc9", "#cde9f2" };
static const char *const shirts[][2] = {
  { "#2f7f79", "#58a8a0" }, { "#c8553d", "#e88a72" }, { "#3f5f9e", "#7592cc" },
  { "#8a4f7d", "#b57fa9" }, { "#e0a030", "#f4c76b" }, { "#4f7a3f", "#82aa70" },
  { "#5c5470", "#8b83a2" }, { "#b23a5a", "#d9738d" },
};

#define PICK(drawing, list) (list[gw_sample_random_below (&(drawing)->random, G_N_ELEMENTS (list))])

static void draw (Drawing *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
draw (Drawing *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->svg, format, arguments);
  va_end (arguments);
  g_string_append_c (self->svg, '\n');
}

static void
choose (Drawing *self)
{
  const GwSampleFace *face = self->face;
  guint look = gw_sample_random_below (&self->random, G_N_ELEMENTS (shirts));
  gboolean grey = face->elder && gw_sample_random_chance (&self->random, 880);

  self->skin = skins[MIN (face->skin, 6)][0];
  self->shade = skins[MIN (face->skin, 6)][1];
  self->shirt = shirts[look][0];
  self->trim = shirts[look][1];
  if (grey)
    self->hair = PICK (self, grey_hair);
  else if (face->dark_hair)
    self->hair = PICK (self, dark_hair);
  else
    self->hair = PICK (self, light_hair);
  self->style = gw_sample_random_below (&self->random, 6);
}

static void
draw_hair_behind (Drawing *self)
{
  if (!self->face->woman || self->covered)
    return;
  switch (self->style)
    {
    case 0: /* long */
      draw (self,
            "<path d='M48 86C42 28 158 28 152 86C154 120 158 142 164 160C140 170 60 170 36 160"
            "C42 142 46 120 48 86Z' fill='%s'/>",
            self->hair);
      break;
    case 1: /* bob */
      draw (self,
            "<path d='M44 96C38 26 162 26 156 96C156 116 154 128 148 134C120 142 80 142 52 134"
            "C46 128 44 116 44 96Z' fill='%s'/>",
            self->hair);
      break;
    case 2: /* bun */
      draw (self, "<circle cx='100' cy='30' r='20' fill='%s'/>", self->hair);
      break;
    case 3: /* a cloud of curls */
      for (gint i = 0; i < 9; i++)
        {
          static const gint x[] = { 50, 46, 56, 74, 100, 126, 144, 154, 150 };
          static const gint y[] = { 110, 84, 58, 40, 34, 40, 58, 84, 110 };
          draw (self, "<circle cx='%d' cy='%d' r='21' fill='%s'/>", x[i], y[i], self->hair);
        }
      break;
    case 4: /* a plait over the shoulder */
      for (gint i = 0; i < 4; i++)
        draw (self, "<ellipse cx='%d' cy='%d' rx='12' ry='13' fill='%s' stroke='#00000022'/>",
              150 + (i % 2) * 3, 110 + i * 17, self->hair);
      break;
    default:
      break;
    }
}

static void
draw_body (Drawing *self)
{
  guint collar = gw_sample_random_below (&self->random, 4);

  if (collar == 2 && !self->face->woman)
    collar = 1;

  draw (self, "<path d='M14 204C18 164 52 152 100 150C148 152 182 164 186 204Z' fill='%s'/>",
        self->shirt);
  draw (self, "<path d='M82 118H118V150C118 164 82 164 82 150Z' fill='%s'/>", self->shade);
  switch (collar)
    {
    case 0:
      draw (self,
            "<path d='M76 151L100 176L124 151L136 156L112 188L100 176L88 188L64 156Z' fill='%s'/>",
            self->trim);
      break;
    case 1:
      draw (self,
            "<path d='M76 150C80 174 120 174 124 150L134 153C126 188 74 188 66 153Z' fill='%s'/>",
            self->trim);
      break;
    case 2:
      for (gint i = 0; i < 7; i++)
        draw (self, "<circle cx='%d' cy='%d' r='4' fill='#fffaf0'/>", 73 + i * 9,
              160 + (i < 4 ? i * 4 : (6 - i) * 4));
      break;
    default:
      draw (self, "<path d='M40 164L60 204M160 164L140 204' stroke='%s' stroke-width='7'/>",
            self->trim);
      break;
    }
}

static void
draw_head (Drawing *self)
{
  gboolean round = gw_sample_random_chance (&self->random, 500);

  draw (self, "<g fill='%s'><circle cx='53' cy='97' r='10'/><circle cx='147' cy='97' r='10'/></g>",
        self->shade);
  if (round)
    draw (self,
          "<path d='M52 86C52 50 72 36 100 36C128 36 148 50 148 86C148 124 126 142 100 142"
          "C74 142 52 124 52 86Z' fill='%s'/>",
          self->skin);
  else
    draw (self,
          "<path d='M54 84C54 50 74 36 100 36C126 36 146 50 146 84C146 114 134 130 118 140"
          "C108 146 92 146 82 140C66 130 54 114 54 84Z' fill='%s'/>",
          self->skin);
  if (self->face->woman && !self->covered && gw_sample_random_chance (&self->random, 400))
    draw (self, "<circle cx='52' cy='109' r='4' fill='#f3c94c'/><circle cx='148' cy='109' r='4' "
                "fill='#f3c94c'/>");
}

static void
draw_eyes (Drawing *self)
{
  guint look = gw_sample_random_below (&self->random, 3);
  const char *ink = self->face->skin > 4 ? "#150b07" : "#33241d";
  gint lift = gw_sample_random_between (&self->random, -2, 2);
  const char *brow = g_str_has_prefix (self->hair, "#e") || g_str_has_prefix (self->hair, "#f")
                         ? "#b5aca1"
                         : self->hair;

  if (look == 0) /* laughing */
    draw (self,
          "<path d='M71 96Q79 87 87 96M113 96Q121 87 129 96' fill='none' stroke='%s' "
          "stroke-width='4' stroke-linecap='round'/>",
          ink);
  else
    draw (self,
          "<g fill='%s'><ellipse cx='79' cy='94' rx='4.6' ry='5.4'/><ellipse cx='121' "
          "cy='94' rx='4.6' ry='5.4'/></g><g fill='#fff'><circle cx='80.8' cy='92' r='1.6'/>"
          "<circle cx='122.8' cy='92' r='1.6'/></g>",
          ink);
  if (look == 2 && self->face->woman)
    draw (self,
          "<path d='M72 90L68 86M128 90L132 86' stroke='%s' stroke-width='2.6' "
          "stroke-linecap='round'/>",
          ink);
  draw (self,
        "<path d='M69 %dQ79 %d 88 %dM112 %dQ121 %d 131 %d' fill='none' stroke='%s' "
        "stroke-width='%s' stroke-linecap='round'/>",
        82 + lift, 75 + lift, 80 + lift, 80 + lift, 75 + lift, 82 + lift, brow,
        self->face->woman ? "3" : "4.4");
  if (self->face->elder)
    draw (self,
          "<path d='M62 92L57 89M62 98L57 99M138 92L143 89M138 98L143 99M86 60Q100 56 114 60' "
          "fill='none' stroke='%s' stroke-width='2' stroke-linecap='round'/>",
          self->shade);
}

static void
draw_mouth (Drawing *self)
{
  guint look = gw_sample_random_below (&self->random, 3);
  const char *plain = self->face->skin > 4 ? "#4f1d1a" : "#8a3a34";

  draw (self,
        "<g fill='#e8685a' opacity='%s'><circle cx='68' cy='110' r='9'/><circle cx='132' "
        "cy='110' r='9'/></g>",
        self->face->skin > 3 ? "0.22" : "0.28");
  draw (self,
        "<path d='M100 95Q94 107 101 109' fill='none' stroke='%s' stroke-width='3.4' "
        "stroke-linecap='round'/>",
        self->shade);
  if (look == 0)
    draw (self, "<path d='M82 117Q100 121 118 117Q116 134 100 134Q84 134 82 117Z' fill='#8a2f2f'/>"
                "<path d='M84 118.500Q100 122 116 118.500L115 123Q100 126 85 123Z' fill='#fff'/>");
  else if (look == 1)
    draw (self,
          "<path d='M82 119Q100 134 118 119' fill='none' stroke='%s' stroke-width='3.8' "
          "stroke-linecap='round'/>",
          plain);
  else
    draw (self,
          "<path d='M86 121Q102 131 116 118' fill='none' stroke='%s' stroke-width='5' "
          "stroke-linecap='round'/>",
          self->face->woman ? "#b8413f" : plain);
}

static void
draw_beard (Drawing *self)
{
  guint look = gw_sample_random_below (&self->random, 7);

  if (self->face->woman || look > 3)
    return;
  if (look == 0)
    draw (self,
          "<path d='M54 96C58 112 66 114 78 113Q100 106 122 113C134 114 142 112 146 96C150 134 "
          "122 150 100 150C78 150 50 134 54 96ZM84 118Q100 130 116 118Q100 113 84 118Z' "
          "fill='%s' fill-rule='evenodd'/>",
          self->hair);
  else if (look == 1)
    draw (self,
          "<path d='M78 115Q90 106 100 112Q110 106 122 115Q110 118 100 116Q90 118 78 115Z' "
          "fill='%s'/>",
          self->hair);
  else if (look == 2)
    draw (self, "<path d='M86 134Q100 128 114 134Q112 148 100 149Q88 148 86 134Z' fill='%s'/>",
          self->hair);
}

static void
draw_womans_hair (Drawing *self)
{
  switch (self->style)
    {
    case 0:
    case 1: /* a parting */
      draw (self,
            "<path d='M50 96C44 44 74 28 104 30C138 30 156 56 150 96C146 78 136 64 116 54"
            "C98 70 66 70 50 96Z' fill='%s'/>",
            self->hair);
      break;
    case 2: /* drawn back to a bun */
      draw (self,
            "<path d='M52 88C46 48 70 30 100 30C130 30 154 48 148 88C142 64 124 54 100 54"
            "C76 54 58 64 52 88Z' fill='%s'/>",
            self->hair);
      break;
    case 3: /* curls on the forehead */
      for (gint i = 0; i < 6; i++)
        draw (self, "<circle cx='%d' cy='%d' r='14' fill='%s'/>", 62 + i * 15,
              i == 0 || i == 5 ? 62 : (i == 1 || i == 4 ? 50 : 45), self->hair);
      break;
    case 4: /* a fringe */
      draw (self,
            "<path d='M50 98C44 46 68 28 100 28C132 28 156 46 150 98C148 88 144 80 140 72"
            "C114 76 86 76 60 72C56 80 52 88 50 98Z' fill='%s'/>",
            self->hair);
      break;
    default: /* short waves */
      draw (self,
            "<path d='M48 92C40 76 46 54 60 48C66 30 92 24 106 32C130 24 150 42 150 56C160 68 "
            "158 84 152 94C150 76 142 68 130 64C116 68 106 58 96 60C84 68 66 62 58 72"
            "C52 78 50 84 48 92Z' fill='%s'/>",
            self->hair);
      break;
    }
}

static void
draw_mans_hair (Drawing *self)
{
  switch (self->style)
    {
    case 0: /* side parting */
      draw (self,
            "<path d='M52 88C46 50 64 30 98 30C134 28 154 50 148 88C144 72 138 64 130 60"
            "C108 64 84 60 74 52C72 64 58 68 52 88Z' fill='%s'/>",
            self->hair);
      break;
    case 1: /* only at the sides */
      draw (self,
            "<path d='M52 92C48 76 52 62 60 56C62 70 58 80 56 92ZM148 92C152 76 148 62 140 56"
            "C138 70 142 80 144 92Z' fill='%s'/>",
            self->hair);
      break;
    case 2: /* close curls */
      for (gint i = 0; i < 7; i++)
        {
          static const gint y[] = { 66, 52, 43, 40, 43, 52, 66 };
          draw (self, "<circle cx='%d' cy='%d' r='13' fill='%s'/>", 61 + i * 13, y[i], self->hair);
        }
      break;
    case 3: /* cropped */
      draw (self,
            "<path d='M53 84C49 48 70 32 100 32C130 32 151 48 147 84C144 66 134 56 100 55"
            "C66 56 56 66 53 84Z' fill='%s'/>",
            self->hair);
      break;
    case 4: /* flat cap, or a quiff for the young */
      if (self->face->elder)
        draw (self, "<path d='M46 64C46 34 74 22 102 24C134 24 156 40 156 64C124 54 78 54 46 64Z' "
                    "fill='#6d6458'/><path d='M44 66C72 52 128 50 160 64C150 74 128 66 100 66"
                    "C78 66 56 72 44 66Z' fill='#574f45'/>");
      else
        draw (self,
              "<path d='M52 84C46 56 58 40 70 38C80 18 136 14 144 44C152 56 150 72 148 84"
              "C144 70 138 62 130 58C104 62 80 56 66 58C58 66 54 74 52 84Z' fill='%s'/>",
              self->hair);
      break;
    default: /* swept back */
      draw (self,
            "<path d='M52 90C44 58 60 26 100 27C140 26 156 58 148 90C146 76 140 62 124 50"
            "C108 44 92 44 76 50C60 62 54 76 52 90Z' fill='%s'/>",
            self->hair);
      break;
    }
}

static void
draw_glasses (Drawing *self)
{
  static const char *const frames[] = { "#3b3a44", "#8c4a2f", "#2f5f73", "#7a3550" };
  const char *frame = PICK (self, frames);

  if (gw_sample_random_chance (&self->random, self->face->elder ? 520 : 220))
    draw (self,
          "<g fill='#ffffff40' stroke='%s' stroke-width='3.4'><rect x='62' y='82' width='33' "
          "height='26' rx='12'/><rect x='105' y='82' width='33' height='26' rx='12'/>"
          "<path d='M95 92Q100 88 105 92' fill='none'/></g>",
          frame);
}

static void
draw_scarf (Drawing *self)
{
  draw (self,
        "<path d='M42 98C34 4 166 4 158 98C160 132 152 160 126 172C110 178 90 178 74 172"
        "C48 160 40 132 42 98ZM62 92C62 120 80 139 100 139C120 139 138 120 138 92C138 64 122 54 "
        "100 54C78 54 62 64 62 92Z' fill='%s' fill-rule='evenodd'/>",
        self->trim);
  draw (self,
        "<path d='M60 138C78 160 122 160 140 138C142 160 124 174 100 175C76 174 58 160 60 138Z' "
        "fill='#00000014'/>");
}

static void
draw_all (Drawing *self)
{
  draw (self, "<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256' "
              "viewBox='0 0 200 200'>");
  draw (self, "<rect width='200' height='200' fill='%s'/>", PICK (self, backgrounds));
  draw_hair_behind (self);
  draw_body (self);
  draw_head (self);
  draw_beard (self);
  draw_eyes (self);
  draw_mouth (self);
  if (self->covered)
    draw_scarf (self);
  else if (self->face->woman)
    draw_womans_hair (self);
  else
    draw_mans_hair (self);
  draw_glasses (self);
  g_string_append (self->svg, "</svg>\n");
}

GBytes *
gw_sample_face_draw (const GwSampleFace *face)
{
  Drawing self = { .svg = g_string_sized_new (4096), .face = face };

  gw_sample_random_init (&self.random, face->seed, 0xface);
  choose (&self);
  /* Scarves are somebody's own choice; in the drawing as in town, a few wear one. */
  self.covered = face->woman && face->skin >= 3 && gw_sample_random_chance (&self.random, 130);
  draw_all (&self);
  return g_string_free_to_bytes (self.svg);
}
