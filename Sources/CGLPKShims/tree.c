#include "search.h"
#include <string.h>

/* A child of a node, or the root. */
node *make_node(search *s, node *parent, basis *start) {
    node *n = claim(s, sizeof(node));
    *n = (node){.parent = parent, .references = 1, .start = start};
    if (parent != NULL) parent->references++;
    if (start != NULL) start->references++;
    return n;
}

/* Gives a node back, and its parents where nothing else needs them. */
void release(search *s, node *n) {
    while (n != NULL && --n->references == 0) {
        node *parent = n->parent;
        drop_basis(s, n->start);
        give_back(s, n->narrowed);
        give_back(s, n);
        n = parent;
    }
}

void push(search *s, heap *h, node *n) {
    if (h->count == h->room) {
        h->room = 2 * h->room + 64;
        h->nodes = enlarge(s, h->nodes, h->room * sizeof(node *));
    }
    int i = h->count++;
    for (; i > 0 && h->nodes[(i - 1) / 2]->bound > n->bound; i = (i - 1) / 2)
        h->nodes[i] = h->nodes[(i - 1) / 2];
    h->nodes[i] = n;
}

/* Takes the node with the smallest bound. */
node *take_best(heap *h) {
    node *best = h->nodes[0], *last = h->nodes[--h->count];
    int i = 0;
    for (int child = 1; child < h->count; child = 2 * i + 1) {
        if (child + 1 < h->count && h->nodes[child + 1]->bound < h->nodes[child]->bound) child++;
        if (h->nodes[child]->bound >= last->bound) break;
        h->nodes[i] = h->nodes[child];
        i = child;
    }
    h->nodes[i] = last;
    return best;
}

static void narrow(worker *w, const bounds *b) {
    if (b->lower > w->goal_lower[b->column]) w->goal_lower[b->column] = b->lower;
    if (b->upper < w->goal_upper[b->column]) w->goal_upper[b->column] = b->upper;
}

/* Gives columns the bounds that they have at a node. */
void enter(worker *w, const node *n) {
    search *s = w->search;
    memcpy(w->goal_lower, s->first_lower, (s->columns + 1) * sizeof(double));
    memcpy(w->goal_upper, s->first_upper, (s->columns + 1) * sizeof(double));
    for (const node *at = n; at != NULL; at = at->parent) {
        for (int i = 0; i < at->narrowed_count; i++) narrow(w, &at->narrowed[i]);
    }
    for (int j = 1; j <= s->columns; j++)
        if (is_integer(s, j)) bound_column(w, j, w->goal_lower[j], w->goal_upper[j]);
}

/* Notes bounds that hold at a node and all that come from it. */
void note_bounds(search *s, node *n, int column, double lower, double upper) {
    int count = n->narrowed_count;
    if (count % 16 == 0 && (count & (count - 1)) == 0)
        n->narrowed = enlarge(s, n->narrowed, (count == 0 ? 16 : 2 * count) * sizeof(bounds));
    n->narrowed[n->narrowed_count++] = (bounds){column, lower, upper};
}

/* The same, for the node that was entered: at once. */
void narrow_node(worker *w, node *n, int column, double lower, double upper) {
    note_bounds(w->search, n, column, lower, upper);
    bound_column(w, column, lower, upper);
}
